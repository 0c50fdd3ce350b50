import type { Context } from '@mycelium/kit/context';
import { ImportRowKind, ImportRowState, ImportStatus } from '@mycelium/kit/imports/import-state';
import { mapInTurns, throughLines } from '@mycelium/kit/imports/in-batches';
import { type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { z } from 'zod';
import { EntryKind } from '../timeline/timeline-entry.ts';
import type { Import } from './import.ts';
import { orFail, step } from './import-steps.ts';
import { nextRows, type WritableRow, writableRow } from './planned-rows.ts';
import { takeBackCreated } from './take-back-created.ts';
import { takeBackUpdated } from './take-back-updated.ts';
import { tellTenant } from './tell-written.ts';

/** Answers how many stayed as they are. */
type TakeBack = (ctx: Context, of: Import, rows: readonly WritableRow[]) => Promise<number>;

const phases: readonly [ImportRowKind, TakeBack][] = [
  [ImportRowKind.UPDATE, takeBackUpdated],
  [ImportRowKind.CREATE, takeBackCreated],
];

/** Takes back what an import has written, except for what was used or changed since. */
export const undoContacts = task(
  'contact-import-undo',
  z.object({ importId: z.uuid() }),
  (desk, { importId }) => orFail(desk, importId, () => undo(desk, importId)),
  { attempts: 5 },
);

async function undo(desk: TaskDesk, id: string): Promise<void> {
  for (const [kind, takeBack] of phases)
    await throughLines(desk, kind, {
      read: (ctx, after) => nextRows(ctx, { id }, { kind, state: ImportRowState.WRITTEN, after }),
      prepare: ({ rows }) => mapInTurns(rows, (row) => writableRow(desk.vault, row)),
      async write(ctx, rows) {
        const of = await step(ctx, id, { from: ImportStatus.UNDOING, more: rows.length });
        of.stayedCount += await takeBack(ctx, of, rows);
      },
    });
  await desk.conclude(async (ctx) => {
    const of = await step(ctx, id, { from: ImportStatus.UNDOING, to: ImportStatus.UNDONE, undoneAt: ctx.now() });
    await tellTenant(ctx, of, EntryKind.IMPORT_UNDONE);
  });
}
