import { expect, it } from 'vitest';
import { createAllowance } from './allowance.ts';

it('becomes less with what was in vain, and comes back with the time', () => {
  let now = 0;
  const allowance = createAllowance(() => now);
  const steps = Array.from({ length: 4 }, () => {
    const allowed = allowance.now();
    allowance.wasted(allowed);
    return allowed;
  });
  expect(steps).toEqual([400, 400, 200, 40]);
  now = 30_000;
  expect(allowance.now()).toBe(400);
  now = 10_000_000;
  expect(allowance.now()).toBe(400);
});
