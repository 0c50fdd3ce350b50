import { z } from 'zod';
import type { Context } from '../context.ts';
import { inHalves } from '../halves.ts';
import { noteHostile } from '../hostile.ts';
import type { Logger } from '../log.ts';
import { type Task, type TaskDesk, task } from './task.ts';

const MINUTE_MS = 60_000;

const nothing = z.object({});

/**
 * Work that comes round by itself in one transaction over all tenants, at the times of a crontab pattern in UTC: once over all
 * processes, and after a standstill once for all times that were missed. It keeps the house, so it goes by real time.
 */
export function round(name: string, cron: string, work: (ctx: Context) => Promise<unknown>): Task<object> {
  return longRound(name, cron, (desk) => desk.conclude(work));
}

/** The same by the clock of the business, also where that is moved: what was done up to a moment is not done again when the clock goes back behind it. */
export function schedule(name: string, cron: string, work: (ctx: Context) => Promise<unknown>): Task<object> {
  return { ...round(name, cron, work), byBusinessClock: true };
}

/** Looks, when a subgraph starts and every hour, for what has no task: what a version left that knew none, or whose task is lost. */
export function leftovers(name: string, work: (ctx: Context) => Promise<unknown>): Task<object> {
  return { ...round(name, '13 * * * *', work), atStart: true };
}

/** The same in as many transactions as it needs. */
export function longRound(name: string, cron: string, work: (desk: TaskDesk) => Promise<unknown>): Task<object> {
  return task(name, nothing, work, { cron, queue: `round ${name}`, firstWaitMs: 1_000, longestWaitMs: MINUTE_MS });
}

/** A round with many things to do that are independent of each other: one transaction lists them, and each has one of its own, some at once. */
export interface Many {
  atOnce: number;
  list(ctx: Context): Promise<readonly string[]>;
  /** What it does outside the transaction may be done again, with fewer of them. */
  each(ctx: Context, ids: readonly string[]): Promise<unknown>;
}

export function roundOfMany(name: string, cron: string, many: Many): Task<object> {
  return longRound(name, cron, ({ transact, log, signal }) => doEach(many, transact, log, signal));
}

/**
 * Does all that is listed. What fails with an entry is undone and in the log, and holds up no other; what fails with a batch
 * for another reason, such as a row that somebody holds, waits for the next time, and throws when all batches were tried.
 */
export async function doEach(
  { atOnce, list, each }: Many,
  transact: TaskDesk['transact'],
  log: Logger,
  signal?: AbortSignal,
): Promise<void> {
  const ids = await transact(list);
  const failures: unknown[] = [];
  for (let at = 0; at < ids.length && !signal?.aborted; at += atOnce) {
    await inHalves(
      ids.slice(at, at + atOnce),
      (some) => transact((ctx) => each(ctx, some)),
      async (id, reason) =>
        noteHostile(log, { what: 'work that failed for one of many', from: id, details: { err: reason } }),
    ).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
