import { expect, test } from 'vitest';
import { concernState, healthState } from './health-state.ts';

test.each([
  [{ status: 'OK' }, { state: 'ok', word: 'OK' }],
  [{ status: 'DEGRADED' }, { state: 'attention', word: 'DEGRADED' }],
  [{ status: 'DOWN' }, { state: 'failing', word: 'DOWN' }],
  [null, { state: 'failing', word: 'away' }],
] as const)('a part of the system that is %o', (part, standing) => {
  expect(healthState(part)).toEqual(standing);
});

test('what is wrong says since when, what is to be decided asks for somebody', () => {
  const since = '2026-11-20T12:00:00Z';
  expect(concernState({ kind: 'wrong', since })).toEqual({ state: 'failing', word: 'wrong', since });
  expect(concernState({ kind: 'decide' })).toEqual({ state: 'attention', word: 'decide' });
});
