import type { Context } from '@mycelium/kit/context';
import { ImportRowKind, ImportRowState, ImportStatus } from '@mycelium/kit/imports/import-state';
import { mapInTurns, throughLines } from '@mycelium/kit/imports/in-batches';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { dropUpload } from '@mycelium/kit/uploads/open-upload';
import { z } from 'zod';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { undoWindow } from './change-import.ts';
import { countRows } from './count-rows.ts';
import { findImportedDuplicates } from './duplicates-task.ts';
import { Import } from './import.ts';
import { orFail, step } from './import-steps.ts';
import { newContact } from './new-contact.ts';
import { nextRows, type WritableRow, writableRow } from './planned-rows.ts';
import { haveFound, tellTenant } from './tell-written.ts';
import { writeCreated } from './write-created.ts';
import { writeUpdated } from './write-updated.ts';

/** Writes what an import has planned: just that, and nothing twice. */
export const applyContacts = task(
  'contact-import',
  z.object({ importId: z.uuid() }),
  (desk, { importId }) => orFail(desk, importId, () => apply(desk, importId)),
  { attempts: 5 },
);

async function apply(desk: TaskDesk, id: string): Promise<void> {
  const planned = await desk.transact((ctx) => ctx.em.findOneOrFail(Import, { id }));
  await phase(desk, planned, ImportRowKind.CREATE, {
    prepare: (row) => newContact(desk, planned, row),
    begin: (ctx, rows) => haveFound(ctx, planned, rows),
    write: writeCreated,
  });
  await phase(desk, planned, ImportRowKind.UPDATE, { prepare: (row) => row, write: writeUpdated });
  const { uploadId } = await desk.conclude(async (ctx) => {
    const facts = { ...(await countRows(ctx, id)), appliedAt: ctx.now(), ...undoWindow(ctx) };
    enqueue(ctx, findImportedDuplicates, { importId: id });
    const of = await step(ctx, id, { from: ImportStatus.APPLYING, to: ImportStatus.APPLIED, ...facts });
    await tellTenant(ctx, of, EntryKind.IMPORT_APPLIED);
    return of;
  });
  await desk.transact((ctx) => dropUpload(ctx, uploadId));
}

interface Phase<Row extends WritableRow> {
  /** What needs nothing but the row, and so is done before its turn comes. */
  prepare(row: WritableRow): Row;
  /** What is done while those before are still being written. */
  begin?(ctx: Context, rows: readonly Row[]): Promise<unknown>;
  /** Answers how many it wrote. */
  write(ctx: Context, of: Import, rows: readonly Row[]): Promise<number>;
}

function phase<Row extends WritableRow>(
  desk: TaskDesk,
  { id }: Import,
  kind: ImportRowKind,
  { prepare, begin, write }: Phase<Row>,
): Promise<void> {
  return throughLines(desk, kind, {
    read: (ctx, after) => nextRows(ctx, { id }, { kind, state: ImportRowState.PLANNED, after }),
    prepare: ({ rows }) => mapInTurns(rows, (row) => prepare(writableRow(desk.vault, row))),
    begin,
    async write(ctx, rows) {
      const of = await step(ctx, id, { from: ImportStatus.APPLYING, more: rows.length });
      of.writtenCount += await write(ctx, of, rows);
    },
  });
}
