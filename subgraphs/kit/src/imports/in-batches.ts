import { z } from 'zod';
import type { Context } from '../context.ts';
import type { TaskDesk } from '../tasks/task.ts';

const reachedSchema = z.object({ batches: z.number(), rows: z.number() });
const nothing = { batches: 0, rows: 0 };

/** How many batches of a table an attempt that was killed has kept, and so are not planned again. */
export function batchesKept({ reached }: Pick<TaskDesk, 'reached'>): number {
  return (reachedSchema.safeParse(reached).data ?? nothing).batches;
}

/**
 * Plans the rows of a table, a transaction for each batch, behind those that were kept before a kill; answers how many
 * there are. `batches` begins behind them, too.
 */
export async function planInBatches<Row>(
  desk: TaskDesk,
  batches: AsyncIterable<readonly Row[]>,
  plan: (ctx: Context, rows: readonly Row[], rowsBefore: number) => Promise<unknown>,
): Promise<number> {
  let kept = reachedSchema.safeParse(desk.reached).data ?? nothing;
  for await (const rows of batches) {
    desk.signal.throwIfAborted();
    const now = { batches: kept.batches + 1, rows: kept.rows + rows.length };
    const before = kept.rows;
    await desk.keep(now, (ctx) => plan(ctx, rows, before));
    kept = now;
  }
  return kept.rows;
}

const placeSchema = z.object({ phase: z.string(), line: z.number() });

/**
 * Works through the lines of an import, a transaction for each batch. The work begins behind a line, answers the last one of
 * its batch, or nothing at the end, and marks what it has done in the same transaction: after a kill it goes on where it
 * was, and does nothing twice. Each phase of a task has a name of its own.
 */
export async function throughLines(
  desk: TaskDesk,
  phase: string,
  work: (ctx: Context, after: number) => Promise<number | undefined>,
): Promise<void> {
  const reached = placeSchema.safeParse(desk.reached).data;
  let line: number | undefined = reached?.phase === phase ? reached.line : 0;
  while (line !== undefined) {
    desk.signal.throwIfAborted();
    const after: number = line;
    line = await desk.keep({ phase, line: after }, (ctx) => work(ctx, after));
  }
}

/** The same rows in batches of one size, without those of the first batches. */
export async function* regrouped<Row>(
  some: AsyncIterable<readonly Row[]>,
  { size, skip }: { size: number; skip: number },
): AsyncGenerator<Row[]> {
  const rows: Row[] = [];
  let batch = 0;
  for await (const each of some) {
    rows.push(...each);
    while (rows.length >= size) {
      const whole = rows.splice(0, size);
      if (batch >= skip) yield whole;
      batch += 1;
    }
  }
  if (rows.length > 0 && batch >= skip) yield rows;
}
