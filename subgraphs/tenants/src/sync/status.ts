import { Conflict } from '@mycelium/kit/errors';
import { SyncStatus } from './sync.ts';

const moves: Record<SyncStatus, readonly SyncStatus[]> = {
  PENDING: [SyncStatus.SYNCING],
  SYNCING: [SyncStatus.SUCCESS, SyncStatus.ERROR, SyncStatus.PENDING],
  SUCCESS: [SyncStatus.SYNCING, SyncStatus.PENDING],
  ERROR: [SyncStatus.SYNCING, SyncStatus.PENDING],
};

/** The status a sync moves to; throws Conflict when there is no such move. */
export function movedTo(from: SyncStatus, to: SyncStatus): SyncStatus {
  if (from === to || moves[from].includes(to)) return to;
  throw new Conflict(`A sync cannot go from ${from} to ${to}.`, { status: from });
}
