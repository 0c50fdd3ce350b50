import { feedKey } from '@mycelium/bus/feed-key';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import type { Task } from '@mycelium/kit/tasks/task';
import type { TestSubgraph } from '@mycelium/kit/testing';
import { type EventType, eventSchema } from '@mycelium/schema/event-type';
import { type ConditionTold, conditionChanged } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { vi } from 'vitest';

/** What was said so far of the things of a tenant, oldest first, once nothing is on its way any more. */
export function conditionsTold(testing: TestSubgraph, tenantId: string): Promise<ConditionTold[]> {
  return eventsTold(testing, tenantId, conditionChanged);
}

/** What the events of a type have said so far in a tenant, oldest first, once nothing is on its way any more. */
export async function eventsTold<Payload>(
  { subgraph, redisUrl }: TestSubgraph,
  tenantId: string,
  { name, payload: schema }: EventType<Payload>,
): Promise<Payload[]> {
  await vi.waitFor(async () => {
    const waiting = await subgraph.work(({ em }) => em.execute<unknown[]>('select 1 from tenants.outbox'));
    if (waiting.length > 0) throw new Error('Something is on its way.');
  }, 5_000);
  const redis = new Redis(redisUrl);
  const entries = await redis.xrange(feedKey(tenantId), '-', '+');
  redis.disconnect();
  return entries
    .map(([, fields]) => eventSchema.parse(JSON.parse(fields[1] ?? '')))
    .filter(({ type }) => type === name)
    .map(({ payload }) => schema.parse(payload));
}

/** Has all that is so said again, as the round does; what the start of the subgraph has said is over by then. */
export async function tellAgain({ subgraph }: TestSubgraph, task: Task<object>): Promise<void> {
  await untilDone(subgraph, task);
  await subgraph.work(async (ctx) => enqueue(ctx, task, {}));
  await untilDone(subgraph, task);
}

/** Waits until a round has only its next time before it. */
export async function untilDone(subgraph: TestSubgraph['subgraph'], { name }: Task<object>): Promise<void> {
  await vi.waitFor(async () => {
    const jobs = await subgraph.work(({ em }) =>
      em.execute<{ isLater: boolean }[]>(
        `select job.run_at > now() and job.locked_at is null as "isLater"
         from tenants_worker._private_jobs job join tenants_worker._private_tasks task on task.id = job.task_id
         where task.identifier = ?`,
        [name],
      ),
    );
    if (jobs.length !== 1 || !jobs[0]?.isLater) throw new Error(`${name} is not done.`);
  }, 5_000);
}
