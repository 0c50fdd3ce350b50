import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, oneOf, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { ImportStatus } from '@mycelium/kit/imports/import-state';
import { Import } from './import.ts';
import { tellImport } from './tell-import.ts';

const stoppedAs: Partial<Record<ImportStatus, ImportStatus>> = {
  [ImportStatus.PLANNING]: ImportStatus.CANCELLED,
  [ImportStatus.PLANNED]: ImportStatus.CANCELLED,
  [ImportStatus.APPLYING]: ImportStatus.STOPPED,
};

/** Ends an import: nothing more of it is written. One that has ended by itself stays as it is. */
export async function cancelImport(ctx: Context, id: string): Promise<Import> {
  const of = await lockImport(ctx, id);
  const status = stoppedAs[of.status];
  if (!status) return unchanged(ctx, of);
  const end = status === ImportStatus.STOPPED ? undoWindow(ctx) : { expiresAt: ctx.now() };
  return change(ctx, of, { status, ...end }, () => tellImport(ctx, of));
}

const UNDO_MS = 30 * 86_400_000;

/** Until when what an import wrote by now can be undone; its rows are kept for as long. */
export function undoWindow(ctx: Context): { undoUntil: Date; expiresAt: Date } {
  const undoUntil = new Date(ctx.now().getTime() + UNDO_MS);
  return { undoUntil, expiresAt: undoUntil };
}

/** The import, which nobody else changes until the end of the transaction; throws NotFound. */
export async function lockImport({ em }: Context, id: string): Promise<Import> {
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const of = await em.findOne(Import, { id: oneOf([id]) }, options);
  if (!of) throw new NotFound('Import', id);
  return of;
}

export function notNow({ status }: Import): Conflict {
  return new Conflict(`This import is ${status.toLowerCase()}.`, { reason: 'IMPORT_MOVED_ON', status });
}
