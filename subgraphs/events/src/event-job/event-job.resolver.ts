import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { eventJobChanged } from '@mycelium/schema/subgraphs/events';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { actOnOne } from '../stored-event/act.ts';
import { StoredEventFilter } from '../stored-event/filter.ts';
import { EventTracking } from '../tracking/tracking.ts';
import { EventAction, EventJob, EventJobChange, EventJobPage } from './event-job.ts';
import { cancelJob, countFor, startJob } from './write-job.ts';

const ROW = { description: 'Of the row that keeps it, as failedEvents tells it.' };

@Resolver(() => EventJob)
class EventJobResolver {
  @Allow('events:read')
  @Query(() => EventJob, { nullable: true, description: 'One job; null when there is none with this id.' })
  eventJob(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<EventJob | undefined> {
    return find(ctx, EventJob, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventJob, {
    description:
      'Retries, discards or replays every event that the filter names now, soon and in the order in which they came; ask countEvents first how many those are.',
  })
  startEventJob(
    @Arg('action', () => EventAction) action: EventAction,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<EventJob> {
    return startJob(ctx, action, filter);
  }

  @Allow('events:manage')
  @Mutation(() => EventJob, { description: 'Ends a job; what it has done so far stays done.' })
  cancelEventJob(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<EventJob> {
    return cancelJob(ctx, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, { description: 'Delivers an event again that was given up.' })
  retryEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.RETRY, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, { description: 'Forgets an event that was given up, for good; answers what it was.' })
  discardEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.DISCARD, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, {
    description:
      'Delivers an event that has ended once more, with the same id and marked as a replay; FORBIDDEN for types that the platform alone tells.',
  })
  replayEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.REPLAY, id);
  }

  @Follow(
    () => EventJobChange,
    [eventJobChanged],
    'events:read',
    'Each time a job of a tenant waits, is further on or has ended; at most twice a second for one.',
  )
  async eventJobChanged({ payload: { jobId } }: EventOf<typeof eventJobChanged>, ctx: Context) {
    return { jobId, job: await find(ctx, EventJob, jobId) };
  }
}

@Resolver(() => Tenant)
class TenantEventJobsResolver {
  @Allow('events:read')
  @FieldResolver(() => EventJobPage, { description: 'Its jobs over many events, newest first.' })
  eventJobs(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<EventJobPage> {
    checkTenant(ctx, tenantId);
    return page(ctx, EventJob, { tenantId }, { first, after }, { id: 'desc' });
  }

  @Allow('events:read')
  @FieldResolver(() => Int, { description: 'How many events a job with this filter would come to; it does nothing.' })
  countEvents(
    @Root() { id }: Tenant,
    @Arg('action', () => EventAction) action: EventAction,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<number> {
    checkTenant(ctx, id);
    return countFor(ctx, id, action, filter);
  }
}

export const eventJobPart = part(EventJob, EventJobResolver, TenantEventJobsResolver);
