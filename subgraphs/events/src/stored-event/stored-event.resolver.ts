import type { FilterQuery } from '@mikro-orm/core';
import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { ofRow } from '../tracking/read-tracking.ts';
import { EventTrackingPage, TrackingStatus } from '../tracking/tracking.ts';
import { givenUp, rowsThat, StoredEventFilter } from './filter.ts';
import { KeeperRow } from './keeper-row.ts';
import { StoredEvent } from './stored-event.ts';

@Resolver(() => Tenant)
class TenantFailedEventsResolver {
  @Allow('events:read')
  @FieldResolver(() => EventTrackingPage, {
    description: 'What failed or timed out and is waiting for a decision; newest first.',
  })
  async failedEvents(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<EventTrackingPage> {
    checkTenant(ctx, id);
    return readPage(ctx, rowsThat(id, filter, givenUp), { first, after });
  }

  @Allow('events:read')
  @FieldResolver(() => EventTrackingPage, {
    description:
      'What is stored by the storage mode, whatever its outcome; newest first. Includes successes if history is kept.',
  })
  async keptEvents(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<EventTrackingPage> {
    checkTenant(ctx, id);
    return readPage(ctx, rowsThat(id, filter, Object.values(TrackingStatus)), { first, after });
  }
}

async function readPage(ctx: Context, where: FilterQuery<StoredEvent>, which: PageArgs): Promise<EventTrackingPage> {
  const rows = await page(ctx, StoredEvent, where, which, { id: 'desc' });
  return {
    edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: ofRow(node) })),
    pageInfo: rows.pageInfo,
    // Counted only when it is asked for.
    get totalCount() {
      return rows.totalCount;
    },
  };
}

export const storedEventPart = part(StoredEvent, KeeperRow, TenantFailedEventsResolver);
