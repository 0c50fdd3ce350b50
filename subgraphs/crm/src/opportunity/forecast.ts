import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { Money } from '@mycelium/kit/money';
import { Field, Int, ObjectType } from 'type-graphql';
import { MOST_MONEY } from '../pipeline/stage-totals.ts';
import type { Side } from '../side/side.ts';

@ObjectType({ description: 'What is open and expected in a month, in one currency.' })
export class ForecastMonth {
  @Field(() => String, { nullable: true, description: 'For example 2026-12; null for what has no expected day.' })
  month?: string | null;

  @Field(() => Int, { description: 'How many opportunities.' })
  count!: number;

  @Field(() => Money, { description: 'What they are worth.' })
  sum!: Money;

  @Field(() => Money, { description: 'The same, each times the probability of its stage.' })
  weighted!: Money;
}

interface Row {
  month: string | null;
  currency: string;
  count: number;
  sum: string;
  weighted: string;
}

/** Ten years of months in two currencies; what is later is nothing to plan by. */
const MOST_ROWS = 240;

/** What is open by the month in which it is expected, the earliest first, and what is not expected last; in one statement. */
export async function forecast(
  { em }: Context,
  tenantId: string,
  { pipeline, side }: { pipeline?: string | null; side?: Side | null },
): Promise<ForecastMonth[]> {
  const conditions: [sql: string, values: readonly unknown[]][] = [
    ['o.tenant_id = ? and o.removed_at is null and o.closed_at is null and o.currency is not null', [tenantId]],
    ...(pipeline
      ? [['o.pipeline_id = any(?::uuid[])', [`{${oneOf([pipeline]).$in.join(',')}}`]] as [string, string[]]]
      : []),
    ...(side ? [['o.side = ?', [side]] as [string, string[]]] : []),
  ];
  const rows = await em.execute<Row[]>(
    `select to_char(o.expected_close, 'YYYY-MM') as month, o.currency, count(*)::int as count,
       least(sum(o.amount), ${MOST_MONEY})::text as sum,
       least(round(sum(o.amount * s.probability) / 100), ${MOST_MONEY})::text as weighted
     from crm.opportunity o join crm.pipeline_stage s on s.id = o.stage_id
     where ${conditions.map(([sql]) => sql).join(' and ')}
     group by 1, 2 order by 1 nulls last, 2 limit ${MOST_ROWS}`,
    conditions.flatMap(([, values]) => values),
  );
  return rows.map(({ month, count, currency, sum, weighted }) => ({
    ...{ month, count },
    ...{ sum: { amount: Number(sum), currency }, weighted: { amount: Number(weighted), currency } },
  }));
}
