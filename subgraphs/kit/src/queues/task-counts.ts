import type { Redis } from 'ioredis';
import type { Statement } from '../tasks/settle.ts';

/** How many tasks of a kind are in a state, over all tenants. */
export interface TaskCount {
  subgraph: string;
  kind: string;
  state: string;
  count: number;
}

const COUNTS_KEY = 'mycelium:task-counts';

/** What a runner counts, for `/metrics`: rows of `kind`, `state` and `count`. */
export function countStatement(schema: string): Statement {
  return {
    sql: `select identifier as kind, state, count(*)::int as count from (
        select task_id, case when locked_at is not null then 'running' when not is_available then 'failed'
          when run_at <= now() then 'due' else 'waiting' end as state
        from ${schema}._private_jobs
      ) job join ${schema}._private_tasks task on task.id = task_id group by 1, 2`,
    values: [],
  };
}

/** Writes them to where the gateways read them, in place of what was there. */
export async function keepCounts(redis: Redis, subgraph: string, counts: readonly TaskCount[]): Promise<void> {
  await redis.hset(COUNTS_KEY, subgraph, JSON.stringify(counts));
}

export async function readTaskCounts(redis: Redis): Promise<TaskCount[]> {
  return (await redis.hvals(COUNTS_KEY)).flatMap((text) => JSON.parse(text) as TaskCount[]);
}
