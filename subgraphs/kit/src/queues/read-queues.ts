import { backgroundSchema } from '@mycelium/database/background';
import { asSystem } from '../as-system.ts';
import type { Context } from '../context.ts';
import { type BackgroundTask, type TaskAttempt, type TaskQueue, TaskState } from './queue.ts';

/** Stands for all tenants, and for what is the platform's own, in place of a tenant's id. */
export const ALL_TENANTS = 'all';

/** Whoever asks for more than their own tenant's is of the platform's staff. */
export function emFor(ctx: Context, tenantId: string | undefined): Context['em'] {
  return tenantId === ctx.viewer.tenantId ? ctx.em : asSystem(ctx);
}

const STATE = `case
    when job.locked_at is not null then 'RUNNING' when not job.is_available then 'FAILED'
    when job.run_at <= now() then 'DUE' else 'WAITING' end`;

interface QueueRow {
  kind: string;
  waiting: number;
  due: number;
  running: number;
  failed: number;
  oldest_due_at: string | null;
  done: number;
  is_paused: boolean;
}

/** Each kind of work of which there is something, or was in the last hour. */
export async function readQueues(
  ctx: Context,
  subgraph: string,
  tenantId: string | undefined,
  kind?: string,
): Promise<TaskQueue[]> {
  const schema = backgroundSchema(subgraph);
  const rows = await emFor(ctx, tenantId).execute<QueueRow[]>(
    `with counted as (
       select task.identifier as kind, count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'DUE') as due,
         count(*) filter (where state = 'RUNNING') as running, count(*) filter (where state = 'FAILED') as failed,
         min(run_at) filter (where state = 'DUE') as oldest_due_at
       from (select task_id, run_at, ${STATE} as state from ${schema}._private_jobs job
             where ?::text is null or payload ->> 'tenantId' = ?) job
       join ${schema}._private_tasks task on task.id = job.task_id group by 1
     ), ended as (
       select kind, count(*) filter (where outcome = 'DONE') as done from ${schema}.attempt
       where ended_at > now() - interval '1 hour' and (?::uuid is null or tenant_id = ?::uuid) group by 1
     ), paused as (
       select kind from ${schema}.pause where tenant_id is not distinct from ?::uuid
     )
     select kind, coalesce(waiting, 0)::int as waiting, coalesce(due, 0)::int as due, coalesce(running, 0)::int as running,
       coalesce(failed, 0)::int as failed, oldest_due_at, coalesce(done, 0)::int as done, paused.kind is not null as is_paused
     from counted full join ended using (kind) full join paused using (kind)
     where ?::text is null or kind = ? order by kind`,
    [...Array.from({ length: 5 }, () => tenantId ?? null), kind ?? null, kind ?? null],
  );
  return rows.map(({ oldest_due_at: oldest, done, is_paused: isPaused, ...row }) => ({
    ...row,
    ...{ subgraph, tenantId, isPaused, doneLastHour: done, oldestDueAt: oldest ? new Date(oldest) : undefined },
  }));
}

interface JobRow {
  id: string;
  state: TaskState;
  input: Record<string, unknown> | null;
  run_at: string;
  created_at: string;
  locked_at: string | null;
  attempts: number;
  max_attempts: number;
  last_error: string | null;
  reached: unknown;
}

/** What is not done of a kind: given up first, then at work, then in the order in which it is due. */
export async function readTasks(
  ctx: Context,
  { subgraph, kind, tenantId }: TaskQueue,
  state: TaskState | undefined,
  first: number,
): Promise<BackgroundTask[]> {
  const schema = backgroundSchema(subgraph);
  const rows = await emFor(ctx, tenantId).execute<JobRow[]>(
    `select * from (
       select job.id, ${STATE} as state, payload -> 'input' as input, payload -> 'reached' as reached, run_at, created_at, locked_at, attempts, max_attempts, last_error
       from ${schema}._private_jobs job
       where task_id = (select id from ${schema}._private_tasks where identifier = ?)
         and (?::text is null or payload ->> 'tenantId' = ?)
     ) task
     where ?::text is null or state = ?
     order by array_position(array['FAILED', 'RUNNING', 'DUE', 'WAITING'], state), run_at, id limit ?`,
    [kind, tenantId ?? null, tenantId ?? null, state ?? null, state ?? null, first],
  );
  return rows.map((row) => ({
    ...{ id: `${subgraph}:${row.id}`, kind, state: row.state, about: row.input ?? {} },
    ...{ dueAt: new Date(row.run_at), plannedAt: new Date(row.created_at), attempts: row.attempts },
    ...{ mostAttempts: row.max_attempts, error: row.last_error ?? undefined },
    runningSince: row.locked_at ? new Date(row.locked_at) : undefined,
    reached: typeof row.reached === 'object' && row.reached ? { ...row.reached } : undefined,
  }));
}

/** What attempts at a kind came to, or at one task of it; the newest first. */
export async function readAttempts(
  ctx: Context,
  { subgraph, kind, tenantId }: TaskQueue,
  taskId: string | undefined,
  first: number,
): Promise<TaskAttempt[]> {
  const jobId = taskId?.startsWith(`${subgraph}:`) ? taskId.slice(subgraph.length + 1) : undefined;
  if (taskId !== undefined && !/^\d{1,18}$/.test(jobId ?? '')) return [];
  const rows = await emFor(ctx, tenantId).execute<
    (Omit<TaskAttempt, 'startedAt' | 'endedAt'> & { job_id: string; started_at: string | null; ended_at: string })[]
  >(
    `select job_id, number, outcome, error, started_at, ended_at from ${backgroundSchema(subgraph)}.attempt
     where kind = ? and (?::uuid is null or tenant_id = ?::uuid) and (?::bigint is null or job_id = ?::bigint)
     order by id desc limit ?`,
    [kind, tenantId ?? null, tenantId ?? null, jobId ?? null, jobId ?? null, first],
  );
  return rows.map(({ job_id: id, number, outcome, error, started_at: from, ended_at: to }) => ({
    ...{ taskId: `${subgraph}:${id}`, number, outcome, error: error ?? undefined },
    ...{ startedAt: from ? new Date(from) : undefined, endedAt: new Date(to) },
  }));
}
