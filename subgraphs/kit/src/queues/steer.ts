import { backgroundSchema } from '@mycelium/database/background';
import { record } from '../audit.ts';
import { type Context, resourcesOf } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { wordChannel } from '../tasks/lifeline.ts';
import { afterCommit } from '../transaction.ts';
import { TaskOrder } from './queue.ts';
import { emFor } from './read-queues.ts';
import { tellQueues } from './tell-queues.ts';

export interface Order {
  order: TaskOrder;
  /** The id of a task, or the name of a kind. */
  what: string;
  /** Whose tasks; undefined for those of all tenants. */
  tenantId: string | undefined;
}

/** Does to a task, or to a kind of them, what somebody asks for. */
export async function steer(ctx: Context, { order, what, tenantId }: Order): Promise<void> {
  const resources = resourcesOf(ctx);
  const schema = backgroundSchema(resources.name);
  if (order === TaskOrder.PAUSE || order === TaskOrder.RESUME) await setPaused();
  else if (/^\d{1,18}$/.test(what)) await (order === TaskOrder.RETRY ? retry() : cancel());
  else throw new NotFound('Task', what);
  afterCommit(ctx, async () => tellQueues(ctx.redis, [tenantId]));

  async function setPaused(): Promise<void> {
    if (!resources.tasks.has(what)) throw new NotFound('Kind of task', what);
    const isPaused = order === TaskOrder.PAUSE;
    await emFor(ctx, tenantId).execute(
      isPaused
        ? `insert into ${schema}.pause (kind, tenant_id) values (?, ?) on conflict do nothing`
        : `delete from ${schema}.pause where kind = ? and tenant_id is not distinct from ?::uuid`,
      [what, tenantId ?? null],
    );
    await ctx.em.execute('select pg_notify(?, ?)', [wordChannel(schema), '']);
    note(isPaused ? 'pauseTasks' : 'resumeTasks', { kind: what });
  }

  async function retry(): Promise<void> {
    const [task] = await emFor(ctx, tenantId).execute<{ kind: string }[]>(
      `update ${schema}._private_jobs set attempts = 0, run_at = now(), updated_at = now()
       where id = ? and locked_at is null returning (select identifier from ${schema}._private_tasks where id = task_id) as kind`,
      [what],
    );
    if (!task) throw await refusal();
    await ctx.em.execute('select pg_notify(?, ?)', ['jobs:insert', '{"count":1}']);
    note('retryTask', { kind: task.kind });
  }

  /** Deletes a task; one that is at work is taken from whoever works on it. */
  async function cancel(): Promise<void> {
    const em = emFor(ctx, tenantId);
    const [gone] = await em.execute<{ kind: string; input: unknown }[]>(
      `with gone as (
         delete from ${schema}._private_jobs where id = ? returning *
       ), freed as (
         update ${schema}._private_job_queues queue set locked_by = null, locked_at = null
         from gone where queue.id = gone.job_queue_id and queue.locked_by = gone.locked_by
       ), named as (
         select gone.*, identifier as kind from gone join ${schema}._private_tasks task on task.id = task_id
       ), noted as (
         insert into ${schema}.attempt (job_id, kind, tenant_id, number, outcome)
         select id, kind, (payload ->> 'tenantId')::uuid, attempts, 'CANCELLED' from named
       )
       select kind, payload -> 'input' as input from named`,
      [what],
    );
    if (!gone) throw await refusal();
    const task = resources.tasks.get(gone.kind);
    const payload = task?.payload.safeParse(gone.input);
    if (payload?.success) await task?.cancelled?.(ctx, payload.data);
    await ctx.em.execute('select pg_notify(?, ?)', [wordChannel(schema), what]);
    note('cancelTask', { kind: gone.kind });
  }

  async function refusal(): Promise<Error> {
    const [found] = await emFor(ctx, tenantId).execute(`select 1 from ${schema}._private_jobs where id = ?`, [what]);
    return found
      ? new Conflict('This task is running.', { reason: 'TASK_RUNNING' })
      : new NotFound('Task', `${resources.name}:${what}`);
  }

  function note(action: string, after: Record<string, unknown>): void {
    record(ctx, { action, kind: 'UPDATED', noun: 'Task', nounId: `${resources.name}:${what}`, after });
  }
}
