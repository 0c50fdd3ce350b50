import { backgroundSchema } from '@mycelium/database/background';
import type { Context } from '../context.ts';
import { longRound } from './rounds.ts';

/** What every subgraph with tasks does: it forgets attempts after a week, what was given up after a month, and queues that nobody stands in. */
export const tidy = longRound('tidy', '41 * * * *', async ({ transact }) => {
  await transact(async (ctx) => {
    const schema = schemaOf(ctx);
    await ctx.em.execute(`delete from ${schema}.attempt where ended_at < now() - interval '7 days'`);
    await ctx.em.execute(
      `delete from ${schema}._private_jobs where locked_at is null and not is_available and updated_at < now() - interval '30 days'`,
    );
  });
  await transact(forgetQueues);
});

/** Each attempt to begin a task goes over all queues. Whoever is just planning one is waited for: a queue must not go from under a task. */
async function forgetQueues(ctx: Context): Promise<void> {
  const schema = schemaOf(ctx);
  await ctx.em.execute(`set local lock_timeout = '1s'`);
  await ctx.em.execute(`lock table ${schema}._private_job_queues in share row exclusive mode`);
  await ctx.em.execute(
    `delete from ${schema}._private_job_queues queue where locked_at is null
       and not exists (select 1 from ${schema}._private_jobs where job_queue_id = queue.id)`,
  );
}

const schemaOf = ({ em }: Context): string => backgroundSchema(String(em.config.get('schema')));
