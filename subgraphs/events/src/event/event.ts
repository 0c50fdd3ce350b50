import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { fitsInto } from './json-size.ts';

@ObjectType('Event', { description: 'Something that happened, published by one application to others.' })
export class EventAnswer {
  @Field(() => ID)
  eventId!: string;

  @Field(() => String, { description: 'The canonical name of its type, for example user.created.' })
  eventType!: string;

  @Field(() => String, { description: 'The application that publishes it.' })
  source!: string;

  @Field(() => [String], { description: 'The applications that receive it, without products that are switched off.' })
  targets!: string[];

  @Field(() => Settings, { description: 'The payload, as its type defines it.' })
  payload!: unknown;

  @Field(() => DateTime)
  publishedAt!: Date;

  @Field(() => ID, { description: 'The request that caused it.' })
  correlationId!: string;

  @Field(() => String, { nullable: true, description: 'The region in which it was published, if regions have names.' })
  region?: string;

  @Field(() => String, { nullable: true, description: 'Events with the same key reach a target one after the other.' })
  orderingKey?: string;
}

@InputType({ description: 'An event to publish.' })
export class PublishEventInput {
  @Field(() => String, { description: 'The name of the type, or an alias.' })
  eventType!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The application that publishes it; leave out for that of the key, or else that of the type.',
  })
  source?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Some of the targets of the type, or ["all"]; leave out for all of them.',
  })
  targets?: string[];

  @Field(() => Settings, { description: 'The payload, as its type defines it; at most 256 KB.' })
  payload!: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description: 'Events with the same key reach a target one after the other; at most 200 characters.',
  })
  orderingKey?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Within 24 hours the same key is the same event and returns the same id; with a different type, payload, ordering key or targets it is a CONFLICT. One namespace per source; at most 200 characters.',
  })
  idempotencyKey?: string;
}

@ObjectType({ description: 'An event leased to an application for a while, to process and acknowledge.' })
export class EventDelivery {
  @Field(() => EventAnswer)
  event!: EventAnswer;

  @Field(() => String, { description: 'Who has to acknowledge it.' })
  application!: string;

  @Field(() => Int, { description: '1 for the first attempt.' })
  attempt!: number;

  @Field(() => DateTime, { description: 'Nobody else gets it before then.' })
  leasedUntil!: Date;

  @Field(() => Boolean, {
    description:
      'Whether somebody asked for it to be delivered once more, although it may already have been processed.',
  })
  isReplay!: boolean;
}

export enum AcknowledgmentOutcome {
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  AGAIN = 'AGAIN',
  RETRYING = 'RETRYING',
  FAILED = 'FAILED',
  TIMEOUT = 'TIMEOUT',
  UNKNOWN = 'UNKNOWN',
  NO_TARGET = 'NO_TARGET',
  REFUSED = 'REFUSED',
}
registerEnumType(AcknowledgmentOutcome, {
  name: 'AcknowledgmentOutcome',
  valuesConfig: {
    AGAIN: { description: 'It had already been acknowledged; the first answer stays.' },
    RETRYING: { description: 'It failed, and will be retried after a while.' },
    FAILED: { description: 'It failed too often, or permanently, and is among the failed events.' },
    TIMEOUT: { description: 'It had already been given up: nobody acknowledged it in time.' },
    UNKNOWN: { description: 'There is no such event, or it no longer exists.' },
    NO_TARGET: { description: 'The event is not for this application.' },
    REFUSED: { description: 'Its answer is too long; the event keeps waiting.' },
  },
});

export enum AcknowledgmentStatus {
  PROCESSED = 'PROCESSED',
  FAILED = 'FAILED',
}
registerEnumType(AcknowledgmentStatus, { name: 'AcknowledgmentStatus' });

@InputType({ description: 'What an application reports about an event.' })
export class AcknowledgmentInput {
  @Field(() => ID)
  eventId!: string;

  @Field(() => Settings, { nullable: true, description: 'The answer, which the source can read; at most 32 KB.' })
  data?: Record<string, unknown>;
}

const shortKey = z.string().min(1, 'A key has at least 1 character').max(200, 'A key has at most 200 characters');

export const publishSchema = z.object({
  eventType: z.string().max(80, 'The name of a type has at most 80 characters'),
  source: z.string().max(40).nullish(),
  targets: z.array(z.string().max(40)).min(1, 'A target is not empty; leave targets out for all').max(50).nullish(),
  payload: z.record(z.string(), z.unknown()).refine(fitsInto(256), 'A payload has at most 256 KB'),
  orderingKey: shortKey.nullish(),
  idempotencyKey: shortKey.nullish(),
});

export const answerSchema = z.record(z.string(), z.unknown()).refine(fitsInto(32), 'An answer has at most 32 KB');

/** The event with which an application says that it has processed another one, or could not. */
export const ACKNOWLEDGMENT = 'acknowledgment';

export const acknowledgmentPayload = z.looseObject({
  eventId: z.string().min(1, 'The name of an event type is needed').max(80),
  status: z.enum(['processed', 'failed']).default('processed'),
  data: answerSchema.optional(),
});

export const leaseSchema = z.object({
  max: z.int().min(1, 'Ask for at least 1 event').max(500, 'Ask for at most 500 events'),
  leaseMs: z.int().min(1_000, 'A lease has at least 1 second').max(900_000, 'A lease has at most 15 minutes'),
  consumer: z
    .string()
    .trim()
    .min(1, 'A consumer is not empty')
    .max(80, 'The name of a consumer has at most 80 characters'),
});
