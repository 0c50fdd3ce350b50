import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { ImportStatus } from '@mycelium/kit/imports/import-state';
import { NotYet, type TaskDesk, TaskLost } from '@mycelium/kit/tasks/task';
import { undoWindow } from './change-import.ts';
import { Import } from './import.ts';
import { tellImport } from './tell-import.ts';

/** Why the work on an import ends before it is done. */
export class ImportEnded extends Error {
  constructor(readonly failure: string) {
    super(`The import has ended: ${failure}.`);
  }
}

/** Somebody cancelled it meanwhile. */
class NotOurs extends Error {}

interface Step
  extends Partial<Pick<Import, 'done' | 'total' | 'counts' | 'refusalCount' | 'warningCount' | 'stayedCount'>> {
  from: ImportStatus;
  to?: ImportStatus;
  /** So many rows more are done. */
  more?: number;
  appliedAt?: Date;
  undoUntil?: Date;
  expiresAt?: Date;
  undoneAt?: Date;
}

/** Writes down how far an import is, with the transaction; nobody else changes it until then. Throws where it is no longer in the status that the work is for. */
export async function step(ctx: Context, id: string, { from, to, more = 0, ...facts }: Step): Promise<Import> {
  const of = await ctx.em.findOne(Import, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (of?.status !== from) throw new NotOurs();
  Object.assign(of, { done: of.done + more }, facts, { status: to ?? from });
  await ctx.em.flush();
  tellImport(ctx, of);
  return of;
}

/** Does the work on an import. What ends it is written down as its failure; so is what fails for the last time. */
export async function orFail(desk: TaskDesk, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NotOurs) return;
    if (error instanceof ImportEnded) return fail(desk, id, error.failure);
    const isOver =
      desk.isLastAttempt && !(error instanceof TaskLost || error instanceof NotYet) && !desk.signal.aborted;
    if (isOver) await fail(desk, id, 'INTERNAL');
    throw error;
  }
}

const whileReading: readonly ImportStatus[] = [ImportStatus.PLANNING];

/** What was written by then stays, and can be undone. */
function fail(desk: TaskDesk, id: string, failure: string): Promise<void> {
  return desk.transact(async (ctx) => {
    const of = await ctx.em.findOne(Import, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!of) return;
    const isRead = !whileReading.includes(of.status);
    Object.assign(
      of,
      { status: isRead ? ImportStatus.STOPPED : ImportStatus.FAILED, failure },
      isRead && undoWindow(ctx),
    );
    await ctx.em.flush();
    tellImport(ctx, of);
  });
}
