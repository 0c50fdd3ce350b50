import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from 'graphile-worker';
import { z } from 'zod';
import { backgroundContext, type Context, type Resources } from '../context.ts';
import { isOutage } from '../failure.ts';
import { liesInData } from '../fault.ts';
import { legible } from '../legible.ts';
import { tellQueues } from '../queues/tell-queues.ts';
import { inTransaction } from '../transaction.ts';
import { nextTime } from './next-time.ts';
import { patternOf, roundKey } from './plan-rounds.ts';
import {
  type Again,
  doneStatement,
  failedStatement,
  type Held,
  reachedStatement,
  returnedStatement,
  type Statement,
} from './settle.ts';
import { GiveUp, NotYet, type Task, type TaskDesk, TaskLost, waitAfter } from './task.ts';

/** What was somebody's failure but not the task's is done again so soon. */
const AFTER_OUTAGE_MS = 2_000;
const AGAIN_MS = 500;
const LONGEST_REASON = 2_000;

const envelopeSchema = z.object({
  tenantId: z.string().optional(),
  correlationId: z.string().optional(),
  key: z.string().optional(),
  input: z.unknown().optional(),
  reached: z.unknown().optional(),
  daily: z.object({ at: z.string(), zone: z.string() }).optional(),
  due: z.string().optional(),
  done: z.string().optional(),
});

const noEnvelope: z.infer<typeof envelopeSchema> = {};

export interface Tools {
  resources: Resources;
  schema: string;
  /** One statement that sees every row. */
  settle(statement: Statement): Promise<Record<string, unknown>[]>;
  /** Aborted when the process ends. */
  isClosing: AbortSignal;
  /** Notes that something is due at this time. */
  expect(at: Date): void;
}

/** One attempt at a job, with its end written down; never throws. `signal` says that it was cancelled, or that the process ends. */
export async function workOn(task: Task, job: Job, signal: AbortSignal, tools: Tools): Promise<void> {
  const { resources, schema } = tools;
  // What is none is a payload that its task refuses.
  const envelope = envelopeSchema.safeParse(job.payload).data ?? noEnvelope;
  const { tenantId, correlationId = `task ${job.id}` } = envelope;
  const held: Held = {
    ...{ schema, jobId: job.id, holder: job.locked_by ?? '', kind: task.name, tenantId },
    ...{ attempt: job.attempts, startedAt: new Date() },
  };
  const begun = resources.clock.now().toISOString();
  const { daily, due } = envelope;
  // What somebody does ahead of its time is done once more at its time.
  const done = due && (due <= begun || job.attempts > 1) ? begun : envelope.done;
  // A kind that comes round may be planned by somebody as well, for once.
  const { cron } = envelope.key === roundKey(task) ? task : {};
  const again = (): Again | undefined => {
    const next = nextTime({ ...task, cron }, { daily, done }, resources.clock);
    if (!next) return undefined;
    const payload = { ...(cron && { cron: patternOf(task) }), ...next.byBusiness, ...(done && { done }) };
    return { runAt: next.runAt, payload };
  };
  const log = resources.log.child({ task: task.name, jobId: job.id, correlationId, tenantId });
  const desk = deskOf(held, { correlationId, reached: envelope.reached, isLast: job.attempts >= job.max_attempts });
  tellQueues(resources.redis, [tenantId]);
  try {
    await task.handle(desk.desk, task.payload.parse(envelope.input ?? {}));
    if (!desk.isConcluded()) {
      const next = again();
      await insist(doneStatement(held, next));
      if (next) tools.expect(next.runAt);
    }
  } catch (error) {
    if (desk.isConcluded()) log.warn({ err: error }, 'a task failed after its end');
    else await settleFailure(error);
  }
  tellQueues(resources.redis, [tenantId]);

  function deskOf(
    mine: Held,
    { correlationId, reached, isLast }: { correlationId: string; reached: unknown; isLast: boolean },
  ): { desk: TaskDesk; isConcluded(): boolean } {
    let isConcluded = false;
    const inTenant = <Result>(
      tenant: string | undefined,
      correlation: string | undefined,
      work: (ctx: Context) => Promise<Result>,
    ): Promise<Result> => {
      const context = backgroundContext(resources, tenant, correlation);
      const act = () => inTransaction(context, () => work(context), tenant === undefined);
      return resources.background.run(tenant ?? task.name, act);
    };
    const transact: TaskDesk['transact'] = (work) => inTenant(tenantId, correlationId, work);
    const withMark = <Result>(statement: Statement, work: (ctx: Context) => Promise<Result>): Promise<Result> =>
      transact(async (ctx) => {
        const result = await work(ctx);
        await ctx.em.flush();
        const rows = await ctx.em.execute<unknown[]>(statement.sql, statement.values);
        if (rows.length === 0) throw new TaskLost();
        return result;
      });
    const { name, ask, outside, redis, files, vault } = resources;
    const desk: TaskDesk = {
      ...{ name, files, vault, inTenant, transact, ask, outside, redis, signal, log, tenantId, correlationId, reached },
      ...{ attempt: mine.attempt, isLastAttempt: isLast },
      keep: (now, work) => withMark(reachedStatement(mine, now), work),
      async conclude(work) {
        const next = again();
        const result = await withMark(doneStatement(mine, next), work);
        isConcluded = true;
        if (next) tools.expect(next.runAt);
        return result;
      },
    };
    return { desk, isConcluded: () => isConcluded };
  }

  async function settleFailure(error: unknown): Promise<void> {
    if (error instanceof TaskLost) return log.info('a task is no longer ours');
    if (error instanceof NotYet) return later(error.waitMs);
    if (signal.aborted) return later(0);
    if (isOutage(error)) {
      log.warn({ reason: String(error) }, 'a task waits for a server that is away');
      return later(AFTER_OUTAGE_MS);
    }
    const isOver = error instanceof GiveUp || job.attempts >= job.max_attempts;
    const waitMs = isOver ? 0 : waitAfter(task, job.attempts);
    const reason = legible(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
    const details = { err: error, attempt: job.attempts, of: job.max_attempts };
    log[isOver ? 'error' : 'warn'](details, isOver ? 'a task is given up' : 'a task failed and will be tried again');
    const next = isOver ? again() : undefined;
    await insist(failedStatement(held, { reason, waitMs, isOver, again: next }));
    if (next) tools.expect(next.runAt);
    else if (!isOver) tools.expect(new Date(Date.now() + waitMs));
  }

  async function later(waitMs: number): Promise<void> {
    await insist(returnedStatement(held, waitMs));
    tools.expect(new Date(Date.now() + waitMs));
  }

  /** What was done must not be done once more because the database is away at this moment. */
  async function insist(statement: Statement): Promise<void> {
    for (;;) {
      try {
        await tools.settle(statement);
        return;
      } catch (error) {
        if (tools.isClosing.aborted || liesInData(error)) {
          log.warn({ err: error }, 'how a task ended could not be written down');
          return;
        }
        await sleep(AGAIN_MS, undefined, { signal: tools.isClosing }).catch(() => undefined);
      }
    }
  }
}
