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

const ROW = { description: 'The id of the stored row, as returned by failedEvents.' };

@Resolver(() => EventJob)
class EventJobResolver {
  @Allow('events:read')
  @Query(() => EventJob, { nullable: true, description: 'One job; null if there is none with this id.' })
  eventJob(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<EventJob | undefined> {
    return find(ctx, EventJob, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventJob, {
    description:
      'Retries, discards or replays every event that matches the filter now, in the background and in their original order; call countEvents first to see how many there are.',
  })
  startEventJob(
    @Arg('action', () => EventAction) action: EventAction,
    @Ctx() ctx: Context,
    @Arg('filter', () => StoredEventFilter, { nullable: true }) filter?: StoredEventFilter,
  ): Promise<EventJob> {
    return startJob(ctx, action, filter);
  }

  @Allow('events:manage')
  @Mutation(() => EventJob, { description: 'Cancels a job; what it has done so far stays done.' })
  cancelEventJob(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<EventJob> {
    return cancelJob(ctx, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, { description: 'Retries an event that was given up.' })
  retryEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.RETRY, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, {
    description: 'Permanently deletes an event that was given up; returns what it was.',
  })
  discardEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.DISCARD, id);
  }

  @Allow('events:manage')
  @Mutation(() => EventTracking, {
    description:
      'Delivers a finished event once more, with the same id and marked as a replay; FORBIDDEN for types that only the platform publishes.',
  })
  replayEvent(@Arg('id', () => ID, ROW) id: string, @Ctx() ctx: Context): Promise<EventTracking> {
    return actOnOne(ctx, EventAction.REPLAY, id);
  }

  @Follow(
    () => EventJobChange,
    [eventJobChanged],
    'events:read',
    'Each time a job of the tenant is queued, makes progress or ends; at most twice a second for each job.',
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
  @FieldResolver(() => Int, { description: 'How many events a job with this filter would affect; changes nothing.' })
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
