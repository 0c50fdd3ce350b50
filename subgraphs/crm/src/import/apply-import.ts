import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { ImportStatus } from '@mycelium/kit/imports/import-state';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { applyContacts } from './apply-task.ts';
import { lockImport, notNow } from './change-import.ts';
import type { Import } from './import.ts';
import { tellImport } from './tell-import.ts';
import { undoContacts } from './undo-task.ts';

/** Those of a tenant are written one after the other. */
const queueOf = ({ tenantId }: Import): string => `contacts ${tenantId}`;

/** Begins to write what an import has planned; one that is written already, or just now, stays as it is. Throws Conflict for any other. */
export async function applyImport(ctx: Context, id: string): Promise<Import> {
  const of = await lockImport(ctx, id);
  if (of.status === ImportStatus.APPLYING || of.status === ImportStatus.APPLIED) return unchanged(ctx, of);
  if (of.status !== ImportStatus.PLANNED) throw notNow(of);
  const { CREATE = 0, UPDATE = 0 } = of.counts;
  const begun = { status: ImportStatus.APPLYING, done: 0, total: CREATE + UPDATE, expiresAt: null };
  return change(ctx, of, begun, () => {
    enqueue(ctx, applyContacts, { importId: id }, { queue: queueOf(of) });
    tellImport(ctx, of);
  });
}

const undoable: readonly ImportStatus[] = [ImportStatus.APPLIED, ImportStatus.STOPPED];

/** Begins to take back what an import wrote. Throws Conflict for one that wrote nothing, and after 30 days. */
export async function undoImport(ctx: Context, id: string): Promise<Import> {
  const of = await lockImport(ctx, id);
  if (of.status === ImportStatus.UNDOING || of.status === ImportStatus.UNDONE) return unchanged(ctx, of);
  if (!undoable.includes(of.status)) throw notNow(of);
  if (of.undoUntil && of.undoUntil < ctx.now())
    throw new Conflict('An import can be undone for 30 days.', { reason: 'TOO_LATE' });
  const begun = { status: ImportStatus.UNDOING, done: 0, total: of.writtenCount, failure: undefined };
  return change(ctx, of, begun, () => {
    enqueue(ctx, undoContacts, { importId: id }, { queue: queueOf(of) });
    tellImport(ctx, of);
  });
}
