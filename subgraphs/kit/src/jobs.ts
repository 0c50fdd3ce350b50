import { backgroundContext, type Context, type Resources } from './context.ts';
import { isOutage } from './failure.ts';
import { inHalves } from './halves.ts';
import { noteHostile } from './hostile.ts';
import { inTransaction } from './transaction.ts';

/** Work that comes round by itself, for all tenants, in one transaction. */
interface WholeJob {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}

/** The same where there is much to do that has nothing to do with each other: a transaction lists it, and so many at once have one of their own. */
export interface JobOfMany {
  name: string;
  everyMs: number;
  atOnce: number;
  list(ctx: Context): Promise<readonly string[]>;
  /** What it does outside the transaction may be done again, with fewer of them. */
  each(ctx: Context, ids: readonly string[]): Promise<unknown>;
}

export type Job = WholeJob | JobOfMany;

/** One transaction over all tenants. */
type Transact = <Result>(work: (ctx: Context) => Promise<Result>) => Promise<Result>;

/** Runs each job at its pace, never twice at once in this process, until `close()`, which waits for what is running. */
export function startJobs(jobs: readonly Job[], resources: Resources): { close(): Promise<void> } {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  const timers = jobs.map((job) =>
    setInterval(() => {
      if (busy.has(job.name)) return;
      busy.add(job.name);
      const run = runJob(job, resources, stop.signal).finally(() => {
        busy.delete(job.name);
        running.delete(run);
      });
      running.add(run);
    }, job.everyMs),
  );
  return {
    async close() {
      stop.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

async function runJob(job: Job, resources: Resources, signal: AbortSignal): Promise<void> {
  const { background, log } = resources;
  const transact: Transact = (work) => {
    const context = backgroundContext(resources, undefined);
    return background.run(job.name, () => inTransaction(context, () => work(context), true));
  };
  try {
    if ('run' in job) await transact((ctx) => job.run(ctx));
    else await doEach(job, transact, log, signal);
  } catch (error) {
    log[isOutage(error) ? 'warn' : 'error']({ err: error, job: job.name }, 'a job failed and will run again');
  }
}

/**
 * Does all that a job lists. What fails with an entry is undone and in the log, and holds up no other; what fails with a batch
 * for another reason, such as a row that somebody holds, waits for the next time, and throws when all batches were tried.
 */
export async function doEach(
  { name, atOnce, list, each }: JobOfMany,
  transact: Transact,
  log: Resources['log'],
  signal?: AbortSignal,
): Promise<void> {
  const ids = await transact(list);
  const failures: unknown[] = [];
  for (let at = 0; at < ids.length && !signal?.aborted; at += atOnce) {
    const batch = ids.slice(at, at + atOnce);
    await inHalves(
      batch,
      (some) => transact((ctx) => each(ctx, some)),
      async (id, reason) => {
        const details = { job: name, err: reason };
        noteHostile(log, { what: 'work that failed for one of many', from: id, details });
      },
    ).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
