import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { DateTime } from '@mycelium/schema/scalars';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { Tenant } from '../references.ts';
import { EventAnalytics, EventAnalyticsExport } from './analytics.ts';
import { exportAnalytics, readAnalytics, spanOf } from './read-analytics.ts';

const FROM = {
  nullable: true,
  description: 'A moment in the first day (UTC); leave out for 30 days ending with the last one.',
};
const TO = { nullable: true, description: 'A moment in the last day (UTC); leave out for today. 92 days are kept.' };

@Resolver(() => Tenant)
class TenantAnalyticsResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => EventAnalytics, {
    description: 'What was published over a number of days, by day, type and channel.',
  })
  eventAnalytics(
    @Root() { id }: Tenant,
    @Ctx() ctx: Context,
    @Arg('from', () => DateTime, FROM) from?: Date,
    @Arg('to', () => DateTime, TO) to?: Date,
  ): Promise<EventAnalytics> {
    checkTenant(ctx, id);
    const span = spanOf(from, to);
    return onBus(ctx, (redis) => readAnalytics(redis, id, span));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => EventAnalyticsExport, { description: 'The same as a table, a few days at a time.' })
  eventAnalyticsExport(
    @Root() { id }: Tenant,
    @Ctx() ctx: Context,
    @Arg('from', () => DateTime, FROM) from?: Date,
    @Arg('to', () => DateTime, TO) to?: Date,
    @Arg('first', () => Int, { defaultValue: 31, description: 'How many days: 1 to 31.' }) first = 31,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<EventAnalyticsExport> {
    checkTenant(ctx, id);
    const span = spanOf(from, to);
    return onBus(ctx, () => exportAnalytics(ctx, id, span, first, after ?? undefined));
  }
}

export const analyticsPart = part(TenantAnalyticsResolver);
