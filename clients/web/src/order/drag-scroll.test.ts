import { expect, test } from 'vitest';
import { scrollStep } from './drag-scroll.ts';

test.each([
  ['in the middle', 450, 0],
  ['just within the upper end', 104, 0],
  ['half-way into the upper end', 52, -9],
  ['at the top', 0, -18],
  ['above the window', -300, -18],
  ['just within the lower end', 796, 0],
  ['half-way into the lower end', 848, 9],
  ['at the bottom', 900, 18],
  ['below the window', 5_000, 18],
])('what is held %s of a window of 900 scrolls it by this in a frame', (_, height, by) => {
  expect(scrollStep(height, 0, 900)).toBeCloseTo(by);
});

test('in a low panel there is room in the middle where nothing scrolls', () => {
  expect([300, 324, 350, 375, 400].map((height) => Math.sign(scrollStep(height, 300, 400)))).toEqual([-1, -1, 0, 0, 1]);
});

test('what has no height does not scroll', () => {
  expect(scrollStep(300, 300, 300)).toBe(0);
});
