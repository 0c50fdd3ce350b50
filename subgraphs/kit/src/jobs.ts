import { backgroundContext, type Context, type Resources } from './context.ts';
import { isOutage } from './failure.ts';
import { inTransaction } from './transaction.ts';

/** Work that comes round by itself, for all tenants, in one transaction. */
export interface Job {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}

/** Runs each job at its pace, never twice at once in this process, until `close()`, which waits for what is running. */
export function startJobs(jobs: readonly Job[], resources: Resources): { close(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  const timers = jobs.map((job) =>
    setInterval(() => {
      if (busy.has(job.name)) return;
      busy.add(job.name);
      const run = runJob(job, resources).finally(() => {
        busy.delete(job.name);
        running.delete(run);
      });
      running.add(run);
    }, job.everyMs),
  );
  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

async function runJob(job: Job, resources: Resources): Promise<void> {
  const context = backgroundContext(resources, undefined);
  try {
    await resources.background.run(job.name, () => inTransaction(context, () => job.run(context), true));
  } catch (error) {
    context.log[isOutage(error) ? 'warn' : 'error']({ err: error, job: job.name }, 'a job failed and will run again');
  }
}
