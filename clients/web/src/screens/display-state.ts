import type { DisplayStatus } from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';
import type { Display } from './screens.ts';

/** Where a screen stands. One that was just paired has not spoken yet: that is no failure. */
export function displayState({
  status,
  lastSeenAt,
}: Pick<Display, 'status' | 'lastSeenAt'>): Standing<DisplayStatus | 'waiting'> {
  if (status === 'REVOKED') return { state: 'off', word: status };
  if (status === 'ONLINE') return { state: 'ok', word: status };
  return lastSeenAt ? { state: 'failing', word: status, since: lastSeenAt } : { state: 'waiting', word: 'waiting' };
}
