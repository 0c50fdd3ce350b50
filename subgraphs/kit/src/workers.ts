import type { Redis } from 'ioredis';
import type { Bell } from './bell.ts';
import { backgroundContext, type Context, type Resources } from './context.ts';
import { isOutage } from './failure.ts';
import type { Ask } from './neighbours.ts';
import { inTransaction } from './transaction.ts';

/** What background work has at hand: as many transactions as it needs, and the other subgraphs. */
export interface Desk {
  /** One transaction in a tenant, or over all of them. */
  inTenant<Result>(
    tenantId: string | undefined,
    correlationId: string | undefined,
    work: (ctx: Context) => Promise<Result>,
  ): Promise<Result>;
  ask: Ask;
  redis: Redis;
  /** Aborted when the subgraph closes. */
  signal: AbortSignal;
  log: Resources['log'];
}

/** A worker lives as long as its process, and may listen. */
export interface WorkerDesk extends Desk {
  bell: Bell;
}

/** Who reads what comes through Redis, for as long as the process lives; what has a row or a time of its own is a task. */
export interface Worker {
  name: string;
  /** How long it rests when there was nothing to do and nobody wakes it. */
  restMs: number;
  /** The channel of Redis in which it is announced that there is something to do. */
  rungBy?: string;
  /** Asked before each turn, of Redis alone, so that no database is asked while nothing happens. */
  hasWork?(redis: Redis): Promise<boolean>;
  /** Takes one piece of work; answers whether there was any. */
  turn(desk: WorkerDesk): Promise<boolean>;
}

/** How often each kind of worker of this process was woken, and who of them sleeps. */
const wakes = new Map<string, { count: number; sleepers: Set<() => void> }>();

function wakesOf(name: string): { count: number; sleepers: Set<() => void> } {
  const known = wakes.get(name) ?? { count: 0, sleepers: new Set() };
  wakes.set(name, known);
  return known;
}

/** Tells the workers of this process that there is work; those of other processes find it by themselves. */
export function wakeWorkers(name: string): void {
  const known = wakesOf(name);
  known.count += 1;
  for (const wake of known.sleepers) wake();
}

/** Lets each worker take turn after turn until `close()`, which waits for the turns under way. */
export function startWorkers(workers: readonly Worker[], resources: Resources): { close(): Promise<void> } {
  const stop = new AbortController();
  const deskOf = (who: string): WorkerDesk => ({
    async inTenant(tenantId, correlationId, work) {
      const context = backgroundContext(resources, tenantId, correlationId);
      const act = () => inTransaction(context, () => work(context), tenantId === undefined);
      return resources.background.run(who, act);
    },
    ask: resources.ask,
    redis: resources.redis,
    bell: resources.bell,
    signal: stop.signal,
    log: resources.log,
  });
  for (const { name, rungBy } of workers) {
    const wake = (): void => wakeWorkers(name);
    if (rungBy) void resources.bell.listen(rungBy, { hear: wake, missed: wake });
  }
  const running = workers.map((worker) => keepWorking(worker, deskOf(worker.name)));
  return {
    async close() {
      stop.abort();
      await Promise.all(running);
    },
  };
}

async function keepWorking(worker: Worker, desk: WorkerDesk): Promise<void> {
  const { signal, log } = desk;
  let failing = 0;
  while (!signal.aborted) {
    const { count } = wakesOf(worker.name);
    let worked = false;
    try {
      worked = (await worker.hasWork?.(desk.redis)) !== false && (await worker.turn(desk));
      if (failing > 0) log.info({ worker: worker.name, failed: failing }, 'a worker works again');
      failing = 0;
    } catch (error) {
      // It is logged once: what fails many times a second fails for the same reason.
      if (!signal.aborted && failing === 0)
        log[isOutage(error) ? 'warn' : 'error']({ err: error, worker: worker.name }, 'a worker failed and will go on');
      failing += 1;
    }
    if (!worked && wakesOf(worker.name).count === count) await rest(worker, signal);
  }
}

/** Waits until the worker is woken, its time is over, or the subgraph closes. */
async function rest({ name, restMs }: Worker, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { sleepers } = wakesOf(name);
  const woken = Promise.withResolvers<void>();
  const wake = (): void => woken.resolve();
  sleepers.add(wake);
  const timer = setTimeout(wake, restMs);
  signal.addEventListener('abort', wake, { once: true });
  await woken.promise;
  signal.removeEventListener('abort', wake);
  clearTimeout(timer);
  sleepers.delete(wake);
}
