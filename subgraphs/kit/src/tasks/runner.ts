import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { backgroundSchema } from '@mycelium/database/background';
import { Logger, type Runner, run, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import { Client, Pool } from 'pg';
import type { Resources } from '../context.ts';
import { countStatement, keepCounts, type TaskCount } from '../queues/task-counts.ts';
import { queueChanges } from '../queues/tell-queues.ts';
import { openAlarm } from './alarm.ts';
import { onExpected } from './enqueue.ts';
import { type Lifeline, openLifeline, type Seen } from './lifeline.ts';
import { nextRound } from './next-time.ts';
import { goneRoundsStatement, retimeStatement, roundNowStatement, roundStatement } from './plan-rounds.ts';
import { numbered } from './settle.ts';
import { openShares, type Shares } from './shares.ts';
import { byName, type Task } from './task.ts';
import { type Tools, workOn } from './work-on.ts';

/** How many tasks a process works on at a time, and how many of one kind or one tenant. */
const AT_ONCE = 10;
const SHARE = 5;
const CONNECTIONS = 4;
/** The library's own; it is woken when there is something, so this is for what nobody saw. */
const POLL_MS = 600_000;
const RESTART_MS = 1_000;
const PLAN_MS = 600_000;
/** How long the last transaction may take that planned by the clock as it was. */
const SETTLED_MS = 3_000;

export interface RunnerOptions {
  tasks: readonly Task[];
  resources: Resources;
  /** The address for the subgraph's own role. */
  databaseUrl: string;
}

/** Works on the tasks of a subgraph until `close()`, which gives back what is not done by `lastMs`. */
export function startTasks({ tasks, resources, databaseUrl }: RunnerOptions): { close(lastMs: number): Promise<void> } {
  const runnable = tasks.filter(({ canRun = () => true }) => canRun(resources.outside));
  if (runnable.length === 0) return { close: async () => undefined };
  // A pattern that is none is a mistake of ours, and no reason to try again.
  for (const { cron } of runnable) if (cron !== undefined) nextRound(cron, new Date());
  const { log, clock } = resources;
  const schema = backgroundSchema(resources.name);
  // The runner sees the jobs of every tenant.
  const connection = {
    application_name: 'mycelium tasks',
    connectionString: databaseUrl,
    options: '-c app.system=on',
    keepAlive: true,
    query_timeout: 30_000,
  };
  const pool = new Pool({ ...connection, max: CONNECTIONS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const stop = new AbortController();
  const running = new Map<string, AbortController>();
  const shares = openShares(SHARE);
  let paused: readonly string[] = [];
  let workers: WorkerPool | undefined;
  const alarm = openAlarm(() => workers?._active && workers.nudge(AT_ONCE));
  const lifeline = openLifeline({
    ...{ connect: () => new Client(connection), schema, log },
    onSeen(seen: Seen) {
      void countTasks();
      if (seen.isFirst) retime().catch(() => undefined);
      const isResumed = paused.some((flag) => !seen.paused.includes(flag));
      paused = seen.paused;
      if (!seen.nextAt) return;
      if (seen.nextAt.getTime() > Date.now() || seen.isFirst || isResumed) alarm.at(seen.nextAt);
      // One looks whether it is only paused.
      else if (workers?._active) workers.nudge(1);
    },
    onWord: (word) => running.get(word)?.abort(),
  });
  const tools: Tools = {
    ...{ resources, schema, isClosing: stop.signal, expect: alarm.at },
    settle: async (statement) => (await pool.query(numbered(statement))).rows,
  };
  let counted = -1;
  /** Counts the tasks again when anything has changed since the last time. */
  async function countTasks(): Promise<void> {
    const now = queueChanges(resources.redis);
    if (now === counted) return;
    counted = now;
    try {
      const rows = (await tools.settle(countStatement(schema))) as unknown as Omit<TaskCount, 'subgraph'>[];
      await keepCounts(
        resources.redis,
        resources.name,
        rows.map((row) => ({ subgraph: resources.name, ...row })),
      );
    } catch {
      counted = -1;
    }
  }
  /** What goes by the clock of the business is due at another real time when that was moved. */
  async function retime(): Promise<void> {
    const { rows } = await pool.query<{ run_at: Date }>(numbered(retimeStatement(schema, clock)));
    for (const { run_at: at } of rows) alarm.at(at);
  }
  const follow = (): void => {
    // Once more for what a transaction plans by the clock as it was.
    for (const ms of [0, SETTLED_MS]) setTimeout(() => retime().catch(() => undefined), ms).unref();
  };
  const unfollow = clock.onMove(follow);
  const unlisten = onExpected(schema, alarm.at);
  const kept = keepRunning();

  async function planStart(): Promise<void> {
    for (const task of runnable.filter(({ atStart }) => atStart))
      await pool.query(numbered(roundNowStatement(schema, task)));
  }

  /** Also in between: somebody may have cancelled one, and a version before this one ends what it takes. */
  async function planRounds(): Promise<void> {
    await pool.query(numbered(goneRoundsStatement(schema, tasks)));
    for (const task of runnable.filter(({ cron }) => cron !== undefined))
      await pool.query(numbered(roundStatement(schema, task, clock)));
  }
  const planning = setInterval(() => planRounds().catch(() => undefined), PLAN_MS).unref();

  async function keepRunning(): Promise<void> {
    let isBroken = false;
    let isPlanned = false;
    while (!stop.signal.aborted) {
      try {
        if (!isPlanned) await planStart();
        isPlanned = true;
        await planRounds();
        const runner = await begin();
        if (isBroken) log.info('tasks are worked on again');
        isBroken = false;
        await ended(runner);
      } catch (error) {
        if (!isBroken && !stop.signal.aborted) log.warn({ reason: String(error) }, 'the work on tasks starts again');
        isBroken = true;
      }
      const holder = workers?.id;
      workers = undefined;
      if (holder) await lifeline.forget(holder).catch(() => undefined);
      await sleep(RESTART_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  function begin(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => {
      workers = workerPool;
    });
    countIn(events, shares);
    return run({
      ...{ pgPool: pool, schema, concurrency: AT_ONCE, pollInterval: POLL_MS, noHandleSignals: true, events },
      logger: new Logger(() => (_level, message) => log.debug({ from: 'graphile-worker' }, message)),
      parsedCronItems: [],
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      forbiddenFlags: async () => {
        const forbidden = await shares.forbidden(paused);
        await lifeline.isKnown(workers?.id ?? '');
        return forbidden;
      },
      taskList: Object.fromEntries(
        [...byName(runnable)].map(([name, task]) => [name, (_payload, { job }) => attempt(task, job)]),
      ),
    });
  }

  async function attempt(task: Task, job: Parameters<typeof workOn>[1]): Promise<void> {
    const controller = new AbortController();
    running.set(job.id, controller);
    if (stop.signal.aborted) controller.abort();
    const { id } = job;
    await workOn(task, job, controller.signal, tools);
    running.delete(id);
    // How it ended is written down. What the library does then, it does to nobody's job: it would delete one that comes again.
    job.id = '0';
  }

  /** Waits until the runner ends by itself, or is told to. */
  async function ended(runner: Runner): Promise<void> {
    const told = Promise.withResolvers<void>();
    stop.signal.addEventListener('abort', () => told.resolve(), { once: true });
    await Promise.race([runner.promise, told.promise]);
    if (stop.signal.aborted) await runner.stop();
  }

  return {
    async close(lastMs) {
      stop.abort();
      unlisten();
      unfollow();
      clearInterval(planning);
      alarm.stop();
      for (const controller of running.values()) controller.abort();
      const holder = workers?.id;
      const patience = new AbortController();
      await Promise.race([kept, sleep(lastMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      if (running.size > 0 && holder) await giveBack(lifeline, holder);
      await lifeline.close();
      pool.end().catch(() => undefined);
    },
  };
}

/** Gives back the jobs that we could not finish, for other processes. */
async function giveBack(lifeline: Lifeline, holder: string): Promise<void> {
  await Promise.race([lifeline.forget(holder).catch(() => undefined), sleep(1_000)]);
}

/** Who works on how much. Each answer of `forbidden` is followed by one of these. */
function countIn(events: WorkerEvents, shares: Shares): void {
  const flagsOf = (job: { flags: Record<string, true> | null }): string[] => Object.keys(job.flags ?? {});
  events.on('job:start', ({ job }) => shares.entered(flagsOf(job)));
  events.on('worker:getJob:empty', () => shares.entered());
  events.on('worker:getJob:error', () => shares.entered());
  events.on('job:complete', ({ job }) => shares.left(flagsOf(job)));
}
