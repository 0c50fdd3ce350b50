import { expect, test } from 'vitest';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import { words as tr } from './tr.ts';

type Tree = { readonly [name: string]: string | Tree };

function textsOf(tree: Tree, under = ''): Map<string, string> {
  const texts = Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'string' ? [[under + name, text] as const] : [...textsOf(text, `${under}${name}.`)],
  );
  return new Map(texts);
}

const variablesOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
const english = textsOf(en);

test.each([
  ['es', es],
  ['tr', tr],
])('%s says everything that English says, and names the same facts', (_language, words) => {
  const texts = textsOf(words);
  expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  const differing = [...texts].filter(([key, text]) => {
    const original = english.get(key) ?? '';
    // One of something may be said without its number.
    const isOne = key.endsWith('_one') || key.endsWith('_zero');
    return !isOne && variablesOf(text).join() !== variablesOf(original).join();
  });
  expect(differing).toEqual([]);
  const empty = [...texts].filter(([key, text]) => (text === '') !== (english.get(key) === ''));
  expect(empty).toEqual([]);
});

test('what is counted has words for one and for many', () => {
  const counted = [...english.keys()].filter((key) => /_(one|other|zero)$/.test(key));
  const bare = new Set(counted.map((key) => key.replace(/_(one|other|zero)$/, '')));
  expect([...bare].filter((key) => !english.has(`${key}_one`) || !english.has(`${key}_other`))).toEqual([]);
});
