import { expect, it } from 'vitest';
import { createRecent } from './recent.ts';

const payloads = (said: { payload: string }[] | undefined) => said?.map(({ payload }) => payload);

it('knows what was said after each position it has seen, and of no other', () => {
  const recent = createRecent();
  expect(recent.since('1')).toBeUndefined();
  recent.begin('1');
  recent.add('2', 'two');
  recent.add(undefined, 'an error');
  recent.add('3', 'three');
  expect(recent.position()).toBe('3');
  expect(recent.since('1')).toEqual([
    { payload: 'two', position: '2' },
    { payload: 'an error', position: undefined },
    { payload: 'three', position: '3' },
  ]);
  expect(payloads(recent.since('2'))).toEqual(['an error', 'three']);
  expect(recent.since('3')).toEqual([]);
  expect(recent.since('0')).toBeUndefined();
  expect(recent.since(undefined)).toBeUndefined();
});

it.each([
  ['messages', 'x', 100],
  ['characters', 'x'.repeat(10_000), 20],
])('forgets the oldest when there are too many %s, never the newest', (_what, payload, count) => {
  const recent = createRecent();
  for (let position = 1; position <= count; position += 1) recent.add(String(position), payload);
  expect(recent.since('1')).toBeUndefined();
  expect(recent.since(String(count - 2))).toHaveLength(2);
  recent.add('huge', 'x'.repeat(100_000));
  expect(recent.since('huge')).toEqual([]);
});
