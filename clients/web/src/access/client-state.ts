import type { Standing } from '../look/state.ts';
import type { ApiClient } from './access.ts';

type ClientFacts = Pick<ApiClient, 'status' | 'keys' | 'waitingOperations' | 'refusedOperations'>;
type ClientWord = 'access.SUSPENDED' | 'operations.refused' | 'operations.waiting' | 'access.noKey' | 'access.ACTIVE';

/** Where a client stands, by the first that somebody should know of: one with refused operations does not work, one without a key cannot do anything yet. */
export function clientState({
  status,
  keys,
  waitingOperations,
  refusedOperations,
}: ClientFacts): Standing<ClientWord> & { count: number } {
  if (status === 'SUSPENDED') return { state: 'off', word: 'access.SUSPENDED', count: 0 };
  if (refusedOperations > 0) return { state: 'failing', word: 'operations.refused', count: refusedOperations };
  if (waitingOperations > 0) return { state: 'attention', word: 'operations.waiting', count: waitingOperations };
  return keys.length === 0
    ? { state: 'waiting', word: 'access.noKey', count: 0 }
    : { state: 'ok', word: 'access.ACTIVE', count: 0 };
}
