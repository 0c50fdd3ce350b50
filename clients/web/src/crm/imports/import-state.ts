import type { State } from '@mycelium/client-kit/state';
import type { TableImportStatus } from '../../generated/graphql.ts';
import type { Standing } from '../../look/state.ts';
import type { Import } from './imports.ts';

const states: Record<TableImportStatus, State> = {
  PLANNING: 'waiting',
  PLANNED: 'attention',
  APPLYING: 'waiting',
  APPLIED: 'ok',
  STOPPED: 'attention',
  UNDOING: 'waiting',
  UNDONE: 'off',
  CANCELLED: 'off',
  FAILED: 'failing',
  EXPIRED: 'off',
};

/** Where an import stands: attention is what waits for somebody. */
export function importState({ status }: Pick<Import, 'status'>): Standing<TableImportStatus> {
  return { state: states[status], word: status };
}

type AtWork = 'PLANNING' | 'APPLYING' | 'UNDOING';

/** Whether the server works on it just now. */
export function isAtWork(status: TableImportStatus): status is AtWork {
  return states[status] === 'waiting';
}

/** Whether there are rows of it to look at. */
export function hasRows({ status }: Pick<Import, 'status'>): boolean {
  return status !== 'FAILED' && status !== 'CANCELLED' && status !== 'EXPIRED' && status !== 'PLANNING';
}
