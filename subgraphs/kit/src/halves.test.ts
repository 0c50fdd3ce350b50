import { expect, test } from 'vitest';
import { inHalves } from './halves.ts';

const entries = Array.from({ length: 200 }, (_, index) => index);

/** What was done and set aside, and in how many attempts, when these fail with this. */
async function divide(bad: readonly number[], failure = new RangeError('This cannot be kept.')) {
  const [done, aside]: number[][] = [[], []];
  let attempts = 0;
  await inHalves(
    entries,
    async (some) => {
      attempts += 1;
      if (some.some((entry) => bad.includes(entry))) throw failure;
      done?.push(...some);
    },
    async (entry) => aside?.push(entry),
  );
  return { done, aside, attempts };
}

test.each([[[]], [[0]], [[199]], [[0, 1, 117]], [entries]])(
  'what cannot be done is set aside, and all else is done in its order: %j',
  async (bad: readonly number[]) => {
    const { done, aside } = await divide(bad);
    expect(aside).toEqual(bad);
    expect(done).toEqual(entries.filter((entry) => !bad.includes(entry)));
  },
);

test('one bad entry among many costs few attempts', async () => {
  expect((await divide([117])).attempts).toBeLessThan(20);
});

test.each([
  ['PostgreSQL is away', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  ['the disk is full', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['a deadlock', Object.assign(new Error('deadlock detected'), { code: '40P01' })],
  ['a table is missing', Object.assign(new Error('relation does not exist'), { code: '42P01' })],
  ['Redis is full', Object.assign(new Error('OOM command not allowed'), { name: 'ReplyError' })],
  ['Redis is away', new Error('Connection is closed.')],
  ['Redis is slow', new Error('Command timed out')],
])('nothing is set aside because %s', async (_, failure) => {
  await expect(divide([5], failure)).rejects.toBe(failure);
});
