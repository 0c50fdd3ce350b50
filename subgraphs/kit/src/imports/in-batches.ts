import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { TaskDesk } from '../tasks/task.ts';

const reachedSchema = z.object({ rows: z.number() });
const nothing = { rows: 0 };

/** So many rows at a time. */
const BATCH = 500;

/** How many rows of a table an attempt that was killed has kept, and so are not planned again. */
export function rowsKept({ reached }: Pick<TaskDesk, 'reached'>): number {
  return (reachedSchema.safeParse(reached).data ?? nothing).rows;
}

/**
 * Plans the rows of a table, a transaction for each batch, behind those that were kept before a kill; answers how many
 * there are. `read` begins behind them, too, and gives as many at once as it likes.
 */
export async function planInBatches<Row>(
  desk: TaskDesk,
  read: AsyncIterable<readonly Row[]>,
  plan: (ctx: Context, rows: readonly Row[], rowsBefore: number) => Promise<unknown>,
): Promise<number> {
  let kept = rowsKept(desk);
  for await (const rows of oneAhead(regrouped(read, { size: BATCH }))) {
    desk.signal.throwIfAborted();
    const before = kept;
    kept += rows.length;
    await desk.keep({ rows: kept }, (ctx) => plan(ctx, rows, before));
  }
  return kept;
}

const placeSchema = z.object({ phase: z.string(), line: z.number() });

/** Some rows of an import. */
export interface Batch {
  /** The line of its last row. */
  lastLine: number;
}

/** How the lines of an import are worked through. */
interface LineWork<Found extends Batch, Some> {
  /** The next rows behind a line, or nothing at the end. It is done while those before are written, and so sees nothing of them. */
  read(ctx: Context, after: number): Promise<Found | undefined>;
  /** What takes time and nothing but the rows themselves. */
  prepare(found: Found): Promise<Some>;
  /**
   * What of the work may be done while the batch before is still being written: rows that are new and that nobody else knows, so
   * that whoever writes that batch waits for none of them.
   */
  begin?(ctx: Context, batch: Some): Promise<unknown>;
  /** Does the work, and marks in the same transaction what it has done. */
  write(ctx: Context, batch: Some): Promise<unknown>;
}

/**
 * Works through the lines of an import, a transaction for each batch, which are kept in their order: after a kill it goes on where
 * it was, and does nothing twice. One batch is read, prepared and begun while the database works at the one before it. Each phase of a
 * task has a name of its own.
 */
export async function throughLines<Found extends Batch, Some>(
  desk: TaskDesk,
  phase: string,
  { read, prepare, begin, write }: LineWork<Found, Some>,
): Promise<void> {
  const reached = placeSchema.safeParse(desk.reached).data;
  let before: Promise<unknown> = Promise.resolve();
  try {
    for await (const { lastLine, batch } of oneAhead(batchesBehind(reached?.phase === phase ? reached.line : 0))) {
      desk.signal.throwIfAborted();
      const turn = before;
      before = desk.keep({ phase, line: lastLine }, async (ctx) => {
        await begin?.(ctx, batch);
        await turn;
        await write(ctx, batch);
      });
      // Whoever ends before has an error of its own.
      before.catch(() => undefined);
      await (begin ? turn : before);
    }
    await before;
  } finally {
    await before.catch(() => undefined);
  }

  async function* batchesBehind(first: number): AsyncGenerator<{ lastLine: number; batch: Some }> {
    let line = first;
    for (;;) {
      const found = await desk.transact((ctx) => read(ctx, line));
      if (!found) return;
      line = found.lastLine;
      yield { lastLine: line, batch: await prepare(found) };
    }
  }
}

/** The same, each of them begun as soon as the one before it is taken; one, and no more. */
async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      // Whoever ends before it is taken has an error of its own.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}

/** So few rows are prepared at a time before others have their turn: meanwhile the database waits for what it is asked next. */
const TURN = 10;

/** Makes something of each of many rows; what else the process has to do is done in between. */
export async function mapInTurns<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < rows.length; at += TURN) {
    made.push(...rows.slice(at, at + TURN).map(make));
    await setImmediate();
  }
  return made;
}

/**
 * Does things with the database in this order, of one transaction: each is prepared while the database works at the one before
 * it. The first that fails is the reason.
 */
export async function whileItWorks(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (const work of works) {
    const one = work();
    one.catch(() => undefined);
    begun.push(one);
    // The statement is under way before the next one is prepared.
    await setImmediate();
  }
  await Promise.all(begun);
}

/** The same rows so many at a time, without the first ones. */
export async function* regrouped<Row>(
  some: AsyncIterable<readonly Row[]>,
  { size, skip = 0 }: { size: number; skip?: number },
): AsyncGenerator<Row[]> {
  const rows: Row[] = [];
  let left = skip;
  for await (const each of some) {
    rows.push(...each.slice(left));
    left = Math.max(0, left - each.length);
    while (rows.length >= size) yield rows.splice(0, size);
  }
  if (rows.length > 0) yield rows;
}
