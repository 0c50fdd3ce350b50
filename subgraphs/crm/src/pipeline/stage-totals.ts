import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { Money } from '@mycelium/kit/money';
import { Field, Int, ObjectType } from 'type-graphql';
import type { PipelineStage } from './pipeline.ts';

@ObjectType({ description: 'What stands in a stage of a pipeline.' })
export class StageTotals {
  @Field(() => Int, { description: 'How many opportunities.' })
  count!: number;

  @Field(() => [Money], { description: 'What they are worth, one sum for each currency.' })
  sums!: Money[];
}

/** The largest sum that a whole number of JavaScript holds; what is more is shown as this. */
export const MOST_MONEY = Number.MAX_SAFE_INTEGER;

/** What stands in a stage; of all stages of one call in one statement. */
export function totalsOf(ctx: Context, stage: PipelineStage): Promise<StageTotals> {
  return batched(ctx, stage, totalsOfStages);
}

async function totalsOfStages({ em }: Context, stages: readonly PipelineStage[]): Promise<StageTotals[]> {
  const rows = await em.execute<{ stage_id: string; currency: string | null; count: number; sum: string }[]>(
    `select stage_id, currency, count(*)::int as count, least(coalesce(sum(amount), 0), ${MOST_MONEY})::text as sum
     from crm.opportunity where stage_id = any(?::uuid[]) and removed_at is null
     group by stage_id, currency order by currency`,
    [`{${stages.map(({ id }) => id).join(',')}}`],
  );
  return stages.map(({ id }) => {
    const own = rows.filter(({ stage_id }) => stage_id === id);
    return {
      count: own.reduce((total, { count }) => total + count, 0),
      sums: own.flatMap(({ currency, sum }) => (currency ? [{ amount: Number(sum), currency }] : [])),
    };
  });
}
