import { expect, test } from 'vitest';
import { clientState } from './client-state.ts';

const well: Parameters<typeof clientState>[0] = {
  status: 'ACTIVE',
  keys: [{ __typename: 'ApiKey' } as never],
  waitingOperations: 0,
  refusedOperations: 0,
};

test.each([
  ['can work', {}, 'ok', 'access.ACTIVE', 0],
  ['has no key', { keys: [] }, 'waiting', 'access.noKey', 0],
  ['has operations to approve', { waitingOperations: 2 }, 'attention', 'operations.waiting', 2],
  [
    'has operations that are refused',
    { waitingOperations: 2, refusedOperations: 3 },
    'failing',
    'operations.refused',
    3,
  ],
  ['was suspended', { status: 'SUSPENDED', refusedOperations: 3 }, 'off', 'access.SUSPENDED', 0],
] as const)('a client that %s', (_, more, state, word, count) => {
  expect(clientState({ ...well, ...more, keys: 'keys' in more ? [] : well.keys })).toEqual({ state, word, count });
});
