import { expect, it } from 'vitest';
import { driftAt } from './drift.ts';

const day = Array.from({ length: 288 }, (_, step) => driftAt(step * 5 * 60_000));

it('stays within a few pixels', () => {
  for (const { x, y } of day) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
});

it('moves by whole pixels, one at a time', () => {
  for (const [at, { x, y }] of day.entries()) {
    const before = day[at - 1] ?? { x, y };
    expect(Math.abs(x - before.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(y - before.y)).toBeLessThanOrEqual(1);
  }
});

it('visits most places in a day', () => {
  expect(new Set(day.map(({ x, y }) => `${x},${y}`)).size).toBeGreaterThan(60);
});
