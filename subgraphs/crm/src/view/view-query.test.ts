import { expect, test } from 'vitest';
import { viewQuerySchema, withTag } from './view-query.ts';

const read = (text: string) => viewQuerySchema.safeParse(text);

test.each([
  ['', ''],
  ['?kind=PERSON', 'kind=PERSON'],
  ['tag=maíz&kind=PERSON', 'tag=ma%C3%ADz&kind=PERSON'],
  ['tag=a b%20c&columns=company,tags', 'tag=a+b+c&columns=company%2Ctags'],
  ['find=https://evil.test/?x', 'find=https%3A%2F%2Fevil.test%2F%3Fx'],
  ['tag=%', 'tag=%25'],
  ['tag=gone', 'tag=gone'],
])('%s is kept as %s', (text, kept) => {
  expect(read(text).data).toBe(kept);
  expect(read(kept).data).toBe(kept);
});

test.each([
  'https://evil.test/?kind=PERSON',
  '//evil.test?a=b',
  '/crm/notes?tag=x',
  '#tag',
  'javascript:alert(1)',
  '__proto__=1',
  '=x',
  'tag=%00',
  'tag=%FF',
  'tag=a%0Ab',
  `tag=${'x'.repeat(2_000)}`,
  `tag=${'í'.repeat(400)}`,
])('%s is no query of a list', (text) => {
  expect(read(text).success).toBe(false);
});

test('a tag that is renamed is renamed in a query, and nothing else is', () => {
  const isMeant = (tag: string) => tag.toLowerCase() === 'vip';
  expect(withTag('kind=PERSON&tag=vip&find=VIP', isMeant, 'key account')).toBe('kind=PERSON&tag=key+account&find=VIP');
  expect(withTag('tag=other', isMeant, 'x')).toBeUndefined();
  expect(withTag('find=vip', isMeant, 'x')).toBeUndefined();
});
