import type { State } from '@mycelium/client-kit/state';
import type { ServiceStatus, SyncRunStatus, SyncStatus } from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';
import type { Sync } from './sync.ts';

const states: Record<SyncStatus, State> = { SUCCESS: 'ok', SYNCING: 'waiting', PENDING: 'waiting', ERROR: 'failing' };

type SyncWord = `productState.${ServiceStatus}` | `run.${SyncRunStatus}` | `sync.${SyncStatus}`;

/** Where a sync stands: what is not switched on is not synced, however its last run ended. One that fails does since it last ended well. */
export function syncState({
  status,
  service,
  awaitingRun,
  lastSyncAt,
}: Pick<Sync, 'status' | 'lastSyncAt'> & {
  service: Pick<Sync['service'], 'status'>;
  awaitingRun?: unknown;
}): Standing<SyncWord> {
  if (service.status !== 'ACTIVE') return { state: 'off', word: `productState.${service.status}` };
  if (awaitingRun) return runState('AWAITING_CONFIRMATION');
  const since = status === 'ERROR' ? (lastSyncAt ?? undefined) : undefined;
  return { state: states[status], word: `sync.${status}`, since };
}

const runStates: Record<SyncRunStatus, State> = {
  QUEUED: 'waiting',
  RUNNING: 'waiting',
  AWAITING_CONFIRMATION: 'attention',
  SUCCESS: 'ok',
  ERROR: 'failing',
  CANCELLED: 'off',
};

/** Where one run of a sync stands. */
export function runState(status: SyncRunStatus): Standing<`run.${SyncRunStatus}`> {
  return { state: runStates[status], word: `run.${status}` };
}
