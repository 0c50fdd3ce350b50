import { expect, test } from 'vitest';
import { listQueryOf, searchOf } from './list-query.ts';

test('what a list shows is the same whatever the order of its address, and which view it is is no part of it', () => {
  const one = new URLSearchParams('tag=key+account&saved=1&kind=PERSON');
  expect(listQueryOf(one)).toBe('kind=PERSON&tag=key+account');
  expect(listQueryOf(new URLSearchParams('kind=PERSON&tag=key%20account'))).toBe(listQueryOf(one));
  expect(listQueryOf(new URLSearchParams('saved=1'))).toBe('');
});

test('a view leads to its list as it was saved, and as that view', () => {
  const search = searchOf({ id: '1', query: 'kind=PERSON&tag=ma%C3%ADz' });
  expect(search).toBe('kind=PERSON&tag=ma%C3%ADz&saved=1');
  expect(listQueryOf(new URLSearchParams(search))).toBe('kind=PERSON&tag=ma%C3%ADz');
});
