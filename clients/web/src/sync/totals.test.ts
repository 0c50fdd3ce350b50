import { expect, test } from 'vitest';
import { totalsOf } from './totals.ts';

const nothing = { created: 0, updated: 0, removed: 0, zeroed: 0, conflicts: 0, failed: 0 };

test('what the steps of a run did is counted together, and what none did is left out', () => {
  const steps = [
    { ...nothing, updated: 2, failed: 1 },
    { ...nothing, updated: 3, created: 1 },
  ];
  expect(totalsOf({ steps })).toEqual([
    ['created', 1],
    ['updated', 5],
    ['failed', 1],
  ]);
  expect(totalsOf({ steps: [] })).toEqual([]);
});
