import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { ofRow } from '../tracking/read-tracking.ts';
import { EventTrackingPage } from '../tracking/tracking.ts';
import { givenUp, rowsThat, StoredEventFilter } from './filter.ts';
import { KeeperRow } from './keeper-row.ts';
import { StoredEvent } from './stored-event.ts';

@Resolver()
class StoredEventResolver {
  @Allow('events:read')
  @Query(() => EventTrackingPage, {
    description: 'What failed or was not acknowledged in time, and waits for somebody to decide; newest first.',
  })
  async failedEvents(
    @Arg('tenantId', () => ID) tenantId: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<EventTrackingPage> {
    const where = rowsThat(ownTenant(ctx, tenantId), filter, givenUp);
    const rows = await page(ctx, StoredEvent, where, { first, after }, { id: 'desc' });
    return {
      edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: ofRow(node) })),
      pageInfo: rows.pageInfo,
      // Counted only when it is asked for.
      get totalCount() {
        return rows.totalCount;
      },
    };
  }
}

export const storedEventPart = part(StoredEvent, KeeperRow, StoredEventResolver);
