import { expect, test } from 'vitest';
import { filterOf, valuesIn } from './use-log-filter.ts';

const asked = (search: string) => filterOf(valuesIn(new URLSearchParams(search)));

test('what is left empty is not asked for', () => {
  expect(asked('nouns=MenuItem&from=&id=')).toEqual({ nouns: ['MenuItem'] });
});

test('several people, kinds and types of things are asked for at once', () => {
  expect(asked('actors=a&actors=b&kinds=CREATED&kinds=REMOVED&nouns=Menu&nouns=Display')).toEqual({
    ...{ actors: ['a', 'b'], kinds: ['CREATED', 'REMOVED'], nouns: ['Menu', 'Display'] },
  });
});

test('an address by hand asks for no kind that there is none of, and for no day that is none', () => {
  expect(asked('kinds=NONSENSE&from=yesterday&to=2026-13-45')).toEqual({});
});

test('the last day is asked for as a whole', () => {
  const { from, to } = asked('from=2026-11-20&to=2026-11-20');
  expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
});
