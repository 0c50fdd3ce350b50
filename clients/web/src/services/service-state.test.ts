import { expect, test } from 'vitest';
import { serviceState } from './service-state.ts';

test.each([
  ['ACTIVE', 'ok', 'ACTIVE'],
  ['PAUSED', 'off', 'PAUSED'],
  ['OFF', 'off', 'OFF'],
  [undefined, 'off', 'OFF'],
] as const)('a product that is %s', (status, state, word) => {
  expect(serviceState(status)).toEqual({ state, word });
});
