import { useSyncExternalStore } from 'react';
import type { Outbox, Standing } from './outbox.ts';

/**
 * The standing of a queue, drawn again whenever it changes.
 */
export function useOutbox(outbox: Outbox): Standing {
  return useSyncExternalStore(outbox.onChange, outbox.standing);
}
