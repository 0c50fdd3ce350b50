import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Settings } from '@mycelium/schema/scalars';
import { Arg, Ctx, ID, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { acknowledge, acknowledgeOne, failOne } from './acknowledge.ts';
import {
  AcknowledgmentInput,
  AcknowledgmentOutcome,
  AcknowledgmentStatus,
  EventAnswer,
  EventDelivery,
  PublishEventInput,
} from './event.ts';
import { followDeliveries } from './follow-deliveries.ts';
import { checkAndPublish } from './publish.ts';
import { type LeaseArgs, pullDeliveries } from './pull-deliveries.ts';

const LEASE = {
  defaultValue: 30_000,
  description: 'How long nobody else gets them, in milliseconds: 1,000 to 900,000.',
};
const CONSUMER = {
  defaultValue: 'consumer',
  description: 'Who is consuming: a different name for each process of the application.',
};
const ATTEMPT = {
  nullable: true,
  description:
    'The attempt of the delivery: once its lease has run out somebody else may have it, and this failure does not count for them. Leave out for the last one.',
};

@Resolver()
class EventResolver {
  @Allow('events:publish')
  @WithoutDatabase()
  @Mutation(() => EventAnswer, {
    description:
      'Publishes an event to its targets; none of them misses it. FORBIDDEN for types that the viewer may not publish, see EventType.toldBy.',
  })
  async publishEvent(
    @Arg('input', () => PublishEventInput) input: PublishEventInput,
    @Ctx() ctx: Context,
  ): Promise<EventAnswer> {
    const [event] = await checkAndPublish(ctx, [input], ['input']);
    if (!event) throw new Error('An event was published and is not there.');
    return event;
  }

  @Allow('events:publish')
  @WithoutDatabase()
  @Mutation(() => [EventAnswer], { description: 'The same for up to 500 at once: all of them, or none.' })
  publishEvents(
    @Arg('inputs', () => [PublishEventInput]) inputs: PublishEventInput[],
    @Ctx() ctx: Context,
  ): Promise<EventAnswer[]> {
    return checkAndPublish(ctx, inputs, ['inputs']);
  }

  @Allow('events:consume')
  @WithoutDatabase()
  @Mutation(() => [EventDelivery], {
    description:
      'Leases the oldest events that are waiting for an application. What is not acknowledged in time is handed out again.',
  })
  pullEvents(
    @Arg('application', () => String) application: string,
    @Ctx() ctx: Context,
    @Arg('types', () => [String], { nullable: true, description: 'Leave out for all types.' }) types?: string[],
    @Arg('max', () => Int, { defaultValue: 10, description: '1 to 500.' }) max = 10,
    @Arg('leaseMs', () => Int, LEASE) leaseMs = 30_000,
    @Arg('consumer', () => String, CONSUMER) consumer = 'consumer',
  ): Promise<EventDelivery[]> {
    return pullDeliveries(ctx, { application, types, max, leaseMs, consumer });
  }

  @Allow('events:consume')
  @WithoutDatabase()
  @Mutation(() => AcknowledgmentOutcome, {
    description: 'Reports that an application has processed an event, or could not. The first report counts.',
  })
  async acknowledgeEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('application', () => String) application: string,
    @Ctx() ctx: Context,
    @Arg('status', () => AcknowledgmentStatus, { defaultValue: AcknowledgmentStatus.PROCESSED })
    status: AcknowledgmentStatus,
    @Arg('data', () => Settings, {
      nullable: true,
      description: 'The answer, which the source can read; at most 32 KB.',
    })
    data?: Record<string, unknown>,
    @Arg('attempt', () => Int, { nullable: true, description: 'With FAILED: as in failEvent.' }) attempt?: number,
  ): Promise<AcknowledgmentOutcome> {
    if (status === AcknowledgmentStatus.FAILED) {
      return failOne(ctx, application, { id: eventId, attempt, reason: JSON.stringify(data ?? {}), mayRetry: true });
    }
    return acknowledgeOne(ctx, application, { eventId, data });
  }

  @Allow('events:consume')
  @WithoutDatabase()
  @Mutation(() => [AcknowledgmentOutcome], {
    description: 'The same for up to 500 at once. Each gets its own result; a bad one does not hold up the others.',
  })
  acknowledgeEvents(
    @Arg('application', () => String) application: string,
    @Arg('acknowledgments', () => [AcknowledgmentInput]) acknowledgments: AcknowledgmentInput[],
    @Ctx() ctx: Context,
  ): Promise<AcknowledgmentOutcome[]> {
    return acknowledge(ctx, application, acknowledgments);
  }

  @Allow('events:consume')
  @WithoutDatabase()
  @Mutation(() => AcknowledgmentOutcome, {
    description:
      'Reports that an application could not process an event. Returns RETRYING, or FAILED if it was given up.',
  })
  failEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('application', () => String) application: string,
    @Arg('reason', () => String, { description: 'For the person who looks into it.' }) reason: string,
    @Ctx() ctx: Context,
    @Arg('mayRetry', () => Boolean, { defaultValue: true, description: 'false if it would fail again.' })
    mayRetry: boolean,
    @Arg('attempt', () => Int, ATTEMPT) attempt?: number,
  ): Promise<AcknowledgmentOutcome> {
    return failOne(ctx, application, { id: eventId, attempt, reason, mayRetry });
  }

  @Allow('events:consume')
  @WithoutDatabase()
  @Subscription(() => EventDelivery, {
    description:
      'The events of an application, leased as they arrive. Acknowledge each one; two subscribers with the same consumer both get the same events.',
    subscribe: ({ args, context }) => followDeliveries(context as Context, args as LeaseArgs),
  })
  eventReceived(
    @Root() delivery: EventDelivery,
    @Arg('application', () => String) _application: string,
    @Arg('consumer', () => String, { description: CONSUMER.description }) _consumer: string,
    @Arg('types', () => [String], { nullable: true, description: 'Leave out for all types.' }) _types?: string[],
    @Arg('max', () => Int, {
      defaultValue: 10,
      description:
        'How many may be out at a time, that is leased and neither acknowledged, failed nor expired: 1 to 500.',
    })
    _max?: number,
    @Arg('leaseMs', () => Int, LEASE) _leaseMs?: number,
  ): EventDelivery {
    return delivery;
  }
}

export const eventPart = part(EventResolver);
