import type { State } from '@mycelium/client-kit/state';

/** Where a health of 0 to 100 stands on the one scale of states. */
export function healthState(health: number): State {
  if (health >= 80) return 'ok';
  return health >= 50 ? 'attention' : 'failing';
}
