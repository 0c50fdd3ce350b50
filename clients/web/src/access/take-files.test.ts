import type { Problem } from '@mycelium/client-kit/problem';
import { expect, test } from 'vitest';
import { type Registration, takeFiles } from './take-files.ts';

const file = (name: string, text: string) => ({ name, text: async () => text });
const named = (name: string) => `query ${name} { viewer { id } }`;
const manifest = (name: string, ...texts: string[]) => file(name, JSON.stringify({ ...texts }));
const problem = (code: Problem['code'], ...path: string[]): Problem => ({ code, message: code, path, facts: {} });

/** Somebody to register with, who knows neither what is called Odd nor takes what is called Long. */
function desk({ isAway = false } = {}) {
  const asked: string[][] = [];
  async function register(texts: string[]): Promise<Registration[] | Problem> {
    asked.push(texts);
    if (isAway) return problem('UNAVAILABLE');
    const long = texts.findIndex((text) => text.includes('Long'));
    if (long >= 0) return problem('BAD_USER_INPUT', 'documents', String(long), 'text');
    return texts.map((text, place) => {
      const name = /query (\w+)/.exec(text)?.[1];
      const isOdd = text.includes('Odd');
      return {
        ...{ documentId: `sha256:${place}`, name },
        ...{ problems: isOdd ? [{ message: 'No such field.' }] : [], operation: isOdd ? null : {} },
      };
    });
  }
  return { asked, register };
}

test('what is wrong with one file keeps no other from being registered, and each is named', async () => {
  const { asked, register } = desk();
  const gone = { name: 'gone.graphql', text: () => Promise.reject(new Error('It was moved.')) };
  const files = [
    file('empty.graphql', ' '),
    file('a.graphql', named('A')),
    gone,
    file('long.graphql', named('Long')),
    manifest('many.json', named('B'), named('Odd'), named('A')),
  ];
  expect(await takeFiles(files, register)).toEqual({
    registered: 2,
    refused: [
      { file: 'empty.graphql', why: 'EMPTY' },
      { file: 'gone.graphql', why: 'UNREADABLE' },
      { file: 'long.graphql', name: 'Long', why: expect.objectContaining({ code: 'BAD_USER_INPUT' }) },
      { file: 'many.json', name: 'Odd', why: ['No such field.'] },
    ],
  });
  expect(asked).toEqual([[named('A')], [named('Long')], [named('B'), named('Odd')]]);
});

test('a document that a call refuses leaves it, and the others of its file are registered', async () => {
  const texts = Array.from({ length: 130 }, (_, place) => named(place % 60 === 7 ? `Long${place}` : `Q${place}`));
  const { registered, refused } = await takeFiles([manifest('many.json', ...texts)], desk().register);
  expect(registered).toBe(127);
  expect(refused.map(({ name }) => name)).toEqual(['Long7', 'Long67', 'Long127']);
});

test('where nobody answers each file is named, and nothing more is asked', async () => {
  const { asked, register } = desk({ isAway: true });
  const { refused } = await takeFiles([file('a.graphql', named('A')), file('b.graphql', named('B'))], register);
  expect(refused.map(({ file, name }) => [file, name])).toEqual([
    ['a.graphql', undefined],
    ['b.graphql', undefined],
  ]);
  expect(asked).toHaveLength(1);
});
