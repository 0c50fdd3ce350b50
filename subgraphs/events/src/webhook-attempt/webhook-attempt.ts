import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum WebhookOutcome {
  DELIVERED = 'DELIVERED',
  REFUSED = 'REFUSED',
  REDIRECTED = 'REDIRECTED',
  TIMEOUT = 'TIMEOUT',
  UNREACHABLE = 'UNREACHABLE',
  INNER_ADDRESS = 'INNER_ADDRESS',
}
registerEnumType(WebhookOutcome, {
  name: 'WebhookOutcome',
  description: 'The outcome of an attempt. Only DELIVERED is a success.',
  valuesConfig: {
    DELIVERED: { description: 'The endpoint returned 2xx.' },
    REFUSED: { description: 'It returned a different status.' },
    REDIRECTED: { description: 'It returned a redirect, which is not followed.' },
    TIMEOUT: { description: 'It did not answer within 15 seconds.' },
    UNREACHABLE: { description: 'The connection could not be made, or broke.' },
    INNER_ADDRESS: { description: 'Its name resolves to an internal network; nothing was sent.' },
  },
});

@ObjectType({ description: 'One attempt to deliver an event to an endpoint; kept for 30 days.' })
@Index({ properties: ['endpointId', 'id'] })
@Index({ properties: ['createdAt'] })
@Entity({ ...ownedByTenant })
export class WebhookAttempt extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  endpointId!: string;

  @Field(() => ID, { description: 'The webhook-id of the message, the same for each attempt.' })
  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  eventType!: string;

  @Field(() => Int, { description: 'From 1; starts again when somebody resends the message.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => DateTime, { description: 'When it began.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  startedAt!: Date;

  @Field(() => Int)
  @Property({ type: 'integer' })
  durationMs!: number;

  @Field(() => WebhookOutcome)
  @Enum({ items: () => WebhookOutcome, type: 'string' })
  outcome!: WebhookOutcome;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the response; null if there was none.' })
  @Property({ type: 'integer', nullable: true })
  status?: number;

  @Field(() => String, { nullable: true, description: 'The first 2 KB of the response, as text.' })
  @Property({ type: 'text', nullable: true })
  response?: string;

  @Field(() => DateTime, { nullable: true, description: 'When the next attempt is due; null if there is none.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  nextAttemptAt?: Date;

  @Field(() => Boolean, { description: 'Whether somebody asked for it to be sent again.' })
  @Property({ type: 'boolean', default: false })
  isReplay = false;

  /** The whole event as it came, so that it can be sent once more. */
  @Property({ type: 'json', columnType: 'json' })
  event!: Record<string, unknown>;
}

@ObjectType({ description: 'A page of attempts, newest first.' })
export class WebhookAttemptPage extends PageOf(WebhookAttempt) {}
