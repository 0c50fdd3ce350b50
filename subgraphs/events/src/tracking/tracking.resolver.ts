import { Allow, checkTenant, ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { isPlatformOnly } from '@mycelium/schema/event-types';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { Tenant } from '../references.ts';
import { readTracking } from './read-tracking.ts';
import { EventTracking } from './tracking.ts';
import { readUnacknowledged, UnacknowledgedFilter, UnacknowledgedPage } from './unacknowledged.ts';

@Resolver(() => EventTracking)
class TrackingResolver {
  @Allow('events:read')
  @Query(() => [EventTracking], {
    nullable: true,
    description:
      'What became of an event, for each of its targets; null if there is no such event. An answer can be read for an hour, and longer if history is kept.',
  })
  async eventTracking(
    @Arg('eventId', () => ID) eventId: string,
    @Ctx() ctx: Context,
  ): Promise<EventTracking[] | undefined> {
    const targets = await readTracking(ctx, ownTenant(ctx), eventId);
    return targets.length > 0 ? targets : undefined;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether you may have it delivered once more after it has ended; never for types that only the platform publishes.',
  })
  isReplayable(@Root() { eventType }: EventTracking): boolean {
    return !isPlatformOnly(eventType);
  }
}

@Resolver(() => Tenant)
class TenantUnacknowledgedResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => UnacknowledgedPage, { description: 'What is waiting for an acknowledgment, oldest first.' })
  unacknowledgedEvents(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('filter', () => UnacknowledgedFilter, { nullable: true }) filter?: UnacknowledgedFilter,
  ): Promise<UnacknowledgedPage> {
    checkTenant(ctx, id);
    return onBus(ctx, () => readUnacknowledged(ctx, id, { first, after, ...filter }));
  }
}

export const trackingPart = part(TrackingResolver, TenantUnacknowledgedResolver);
