import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { DateTime } from '@mycelium/schema/scalars';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { ownTenant } from '../own-tenant.ts';
import { EventAnalytics, EventAnalyticsExport } from './analytics.ts';
import { exportAnalytics, readAnalytics, spanOf } from './read-analytics.ts';

const FROM = { nullable: true, description: 'In the first day (UTC); 30 days with the last one when left out.' };
const TO = { nullable: true, description: 'In the last day (UTC); today when left out. 92 days are kept.' };

@Resolver()
class AnalyticsResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => EventAnalytics, { description: 'What was told over some days, by day, type and channel.' })
  eventAnalytics(
    @Arg('tenantId', () => ID) tenantId: string,
    @Ctx() ctx: Context,
    @Arg('from', () => DateTime, FROM) from?: Date,
    @Arg('to', () => DateTime, TO) to?: Date,
  ): Promise<EventAnalytics> {
    const tenant = ownTenant(ctx, tenantId);
    const span = spanOf(from, to);
    return onBus(ctx, (redis) => readAnalytics(redis, tenant, span));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => EventAnalyticsExport, { description: 'The same as a table, some days at a time.' })
  eventAnalyticsExport(
    @Arg('tenantId', () => ID) tenantId: string,
    @Ctx() ctx: Context,
    @Arg('from', () => DateTime, FROM) from?: Date,
    @Arg('to', () => DateTime, TO) to?: Date,
    @Arg('first', () => Int, { defaultValue: 31, description: 'How many days; 1 to 31.' }) first = 31,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<EventAnalyticsExport> {
    const tenant = ownTenant(ctx, tenantId);
    const span = spanOf(from, to);
    return onBus(ctx, () => exportAnalytics(ctx, tenant, span, first, after ?? undefined));
  }
}

export const analyticsPart = part(AnalyticsResolver);
