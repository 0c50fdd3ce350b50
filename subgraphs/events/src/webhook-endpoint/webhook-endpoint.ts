import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PageOf } from '@mycelium/kit/page';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { WebhookAttempt } from '../webhook-attempt/webhook-attempt.ts';

export enum WebhookStatus {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  DISABLED = 'DISABLED',
}
registerEnumType(WebhookStatus, {
  name: 'WebhookStatus',
  description: 'Whether events are sent to an endpoint. Otherwise they wait, and are sent when it is resumed.',
  valuesConfig: {
    ACTIVE: { description: 'Events are sent to it as they happen.' },
    PAUSED: { description: 'Somebody paused it.' },
    DISABLED: { description: 'It was stopped automatically, because it kept failing or no longer exists.' },
  },
});

export enum WebhookTrouble {
  GONE = 'GONE',
  FAILING = 'FAILING',
}
registerEnumType(WebhookTrouble, {
  name: 'WebhookTrouble',
  description: 'Why an endpoint was disabled.',
  valuesConfig: {
    GONE: { description: 'It returned 410: it no longer exists.' },
    FAILING: { description: 'Nothing sent to it has succeeded for five days.' },
  },
});

@ObjectType({ description: 'An external address that receives events, signed to the Standard Webhooks specification.' })
@Index({ properties: ['tenantId', 'id'] })
@Entity({ ...ownedByTenant })
export class WebhookEndpoint extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @Property({ type: 'text', nullable: true })
  description?: string;

  @Field(() => [String], {
    description: 'The types that it receives. If empty, all events between applications, but no alerts.',
  })
  @Property({ type: 'array', columnType: 'text[]' })
  eventTypes!: string[];

  @Field(() => [String], { description: 'The applications whose events it receives; empty for all.' })
  @Property({ type: 'array', columnType: 'text[]' })
  sources!: string[];

  @Field(() => WebhookStatus)
  @Enum({ items: () => WebhookStatus, type: 'string', default: WebhookStatus.ACTIVE })
  status: WebhookStatus = WebhookStatus.ACTIVE;

  @Field(() => WebhookTrouble, { nullable: true, description: 'Why it was disabled.' })
  @Enum({ items: () => WebhookTrouble, type: 'string', nullable: true })
  trouble?: WebhookTrouble;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing has succeeded; null if the last attempt did.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  failingSince?: Date;

  @Sealed()
  @Property({ type: 'text' })
  sealedSecret!: string;

  /** Signs beside the new one until then. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedOldSecret?: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the last rotation signs alongside the new one.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  oldSecretUntil?: Date;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => Int, { description: 'Pass it back when you change it.' })
  declare version: number;
}

@ObjectType({ description: 'A page of webhook endpoints.' })
export class WebhookEndpointPage extends PageOf(WebhookEndpoint) {}

@ObjectType({ description: 'A newly created secret, and what it belongs to.' })
export class NewWebhookSecret {
  @Field(() => String, {
    description: 'whsec_ and base64: the receiver uses it to check signatures. It is shown only once.',
  })
  secret!: string;

  @Field(() => WebhookEndpoint)
  endpoint!: WebhookEndpoint;
}

@ObjectType({ implements: Change, description: 'An endpoint was changed, or something was sent to it.' })
export class WebhookChange extends Change {
  @Field(() => ID)
  endpointId!: string;

  @Field(() => WebhookEndpoint, { nullable: true, description: 'Its current state; null if it was removed.' })
  endpoint?: WebhookEndpoint;

  @Field(() => WebhookAttempt, { nullable: true, description: 'What was sent, if something was.' })
  attempt?: WebhookAttempt;
}

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: 'An https address without a password; http only for this machine.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it is for; at most 200 characters.' })
  description?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The types to send. Leave out for all events between applications; alerts are only sent if named.',
  })
  eventTypes?: string[];

  @Field(() => [String], { nullable: true, description: 'Only events of these applications; leave out for all.' })
  sources?: string[];
}

@InputType({ description: 'What to change in an endpoint; what you leave out stays the same.' })
export class UpdateWebhookEndpointInput {
  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => String, { nullable: true })
  url?: string;

  @Field(() => String, { nullable: true })
  description?: string;

  @Field(() => [String], { nullable: true, description: 'Empty for all.' })
  eventTypes?: string[];

  @Field(() => [String], { nullable: true, description: 'Empty for all.' })
  sources?: string[];
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

const url = z
  .url('Give the address that is to be told')
  .max(2_000, 'An address has at most 2,000 characters')
  .refine((text) => URL.canParse(text) && isFit(new URL(text)), {
    error: 'Give an https address without a password; http is for this machine only',
    params: { reason: 'NOT_URL' },
  });

function isFit({ protocol, hostname, username, password }: URL): boolean {
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}

const names = z.array(z.string().max(80)).max(100, 'Name at most 100');

export const endpointSchema = z.object({
  url,
  description: z.string().trim().max(200, 'A description has at most 200 characters').nullish(),
  eventTypes: names.nullish(),
  sources: names.nullish(),
});

export const updateEndpointSchema = endpointSchema.partial().extend({ url: url.nullish() });

export const overlapSchema = z
  .int()
  .min(0, 'An overlap is not negative')
  .max(168, 'Two secrets overlap for at most 168 hours');
