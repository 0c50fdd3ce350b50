import type { EntityManager } from '@mikro-orm/postgresql';
import { type Context, resourcesOf } from '../context.ts';
import { tellQueues } from '../queues/tell-queues.ts';
import { type Daily, nextDaily } from './daily.ts';
import { type Due, dueAt } from './next-time.ts';
import type { Task } from './task.ts';

/** When and how a task is to be done; at once unless given. */
export interface When {
  runAt?: Date;
  /** When by the clock of the business, also when that is moved. */
  dueAt?: Date;
  /** A time of a place at which it is done every day, by the same clock; each time plans the next one. Needs a key. */
  daily?: Daily;
  /** Replaces what is planned under the same key for the same kind and tenant. */
  key?: string;
  /** Leaves what is planned under the key at its time. */
  keepsTime?: boolean;
  /** Tasks of one queue are done one after the other. */
  queue?: string;
  /** Whose it is, when that is not the viewer's tenant; null for the system's own. */
  tenantId?: string | null;
}

/** What lies in a job beside its payload. */
export interface Envelope {
  tenantId?: string;
  correlationId?: string;
  input?: unknown;
  /** Its key, which the job itself loses when another takes its place. */
  key?: string;
  /** What the handler kept. */
  reached?: unknown;
  daily?: Daily;
  /** Of what goes by the clock of the business, see `Due`. */
  due?: string;
  ahead?: number;
  /** Up to which moment there it has been done. */
  done?: string;
}

interface PlannedTask {
  identifier: string;
  payload: Envelope;
  queue?: string;
  run_at?: Date;
  max_attempts: number;
  key?: string;
  keeps_time: boolean;
  flags: string[];
  tenant?: string;
}

const planned = new WeakMap<Context, PlannedTask[]>();
const listeners = new Map<string, Set<(at: Date) => void>>();

/** Plans a task, which is its tenant's alone to replace, with the transaction that is being made: both are kept, or neither. */
export function enqueue<Payload>(ctx: Context, task: Task<Payload>, payload: Payload, when: When = {}): void {
  // Only the context of a call is written out at its end, and no copy of it.
  const { tasks, clock } = resourcesOf(ctx);
  if (!tasks.has(task.name)) throw new Error(`The manifest does not list the task ${task.name}.`);
  const { key, queue = task.queue, daily } = when;
  if (daily && !key) throw new Error(`${task.name} is planned daily, and has no key.`);
  const tenantId = when.tenantId === undefined ? ctx.viewer.tenantId : (when.tenantId ?? undefined);
  const { correlationId } = ctx.call;
  const moment = daily ? nextDaily(daily, clock.now()) : when.dueAt;
  const due: Partial<Due> = moment ? dueAt(moment, clock) : { runAt: when.runAt };
  const fullKey = key && [task.name, tenantId ?? 'system', key].join(' ');
  const one: PlannedTask = {
    identifier: task.name,
    payload: { tenantId, correlationId, input: task.payload.parse(payload), key: fullKey, daily, ...due.byBusiness },
    queue,
    run_at: due.runAt,
    max_attempts: task.attempts,
    key: fullKey,
    keeps_time: when.keepsTime ?? false,
    flags: flagsOf(task.name, tenantId),
    tenant: tenantId,
  };
  planned.set(ctx, [...(planned.get(ctx) ?? []), one]);
}

/** The flags of a job, by which a runner leaves a kind, a tenant, or a kind of a tenant aside for a while. */
function flagsOf(name: string, tenantId: string | undefined): string[] {
  return tenantId ? [name, tenantId, `${name} ${tenantId}`] : [name];
}

/** Takes what was planned since the last time; of what was planned under one key, only what comes of it. */
export function takePlanned(ctx: Context): PlannedTask[] {
  const tasks = planned.get(ctx) ?? [];
  planned.delete(ctx);
  const kept = new Map<string | PlannedTask, PlannedTask>();
  for (const task of tasks) {
    const known = task.key === undefined ? undefined : kept.get(task.key);
    kept.set(task.key ?? task, known ? insteadOf(known, task) : task);
  }
  return [...kept.values()];
}

/** The database replaces what is planned under a key, but not twice in one statement. */
function insteadOf({ run_at, keeps_time }: PlannedTask, task: PlannedTask): PlannedTask {
  return task.keeps_time ? { ...task, run_at, keeps_time } : task;
}

/** Answers how to forget what is planned from now on. */
export function plannedMark(ctx: Context): () => void {
  const tasks = planned.get(ctx) ?? [];
  return () => void planned.set(ctx, tasks);
}

/**
 * Writes planned tasks, in the transaction that is being made. Who has much waiting comes behind who has little: a task's
 * place is how many of its tenant's wait before it, up to a thousand.
 */
export async function writePlanned(em: EntityManager, schema: string, tasks: readonly PlannedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await em.execute(
    `with spec as (
       select *, row_number() over (partition by tenant order by nr) as place
       from json_to_recordset(?::json) as spec (nr int, identifier text, payload json, queue text, run_at timestamptz,
         max_attempts int, key text, keeps_time boolean, flags text[], tenant text)
     ), waiting as (
       select tenant, (select count(*) from (
         select 1 from ${schema}._private_jobs job
         where job.payload ->> 'tenantId' = whose.tenant and job.is_available and job.run_at <= now() limit 1000
       ) backlog) as many
       from (select distinct tenant from spec) whose
     )
     select count(added.*) from (select distinct keeps_time from spec) mode, lateral ${schema}.add_jobs(array(
       select (identifier, payload, queue, run_at, max_attempts, key,
         case when spec.tenant is null then 0 else least(1000, place + many - 1) end, flags)::${schema}.job_spec
       from spec left join waiting on waiting.tenant = spec.tenant where spec.keeps_time = mode.keeps_time order by nr
     ), mode.keeps_time) as added`,
    [JSON.stringify(tasks.map((task, nr) => ({ nr, ...task })))],
  );
}

/** Tells the runners of this process when they have something to do, and whoever watches; runners of others find out by themselves. */
export function tellPlanned(ctx: Context, schema: string, tasks: readonly PlannedTask[]): void {
  if (tasks.length === 0) return;
  for (const { run_at: at } of tasks) if (at) expectAt(schema, at);
  tellQueues(
    ctx.redis,
    tasks.map(({ tenant }) => tenant),
  );
}

function expectAt(schema: string, at: Date): void {
  for (const listener of listeners.get(schema) ?? []) listener(at);
}

/** Hears of what is planned for later, until the answer is called. */
export function onExpected(schema: string, listener: (at: Date) => void): () => void {
  const all = listeners.get(schema) ?? new Set();
  listeners.set(schema, all.add(listener));
  return () => void all.delete(listener);
}
