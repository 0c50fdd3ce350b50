import { Collection } from '@mikro-orm/core';
import { Entity, Enum, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { nameOf } from '@mycelium/kit/name';
import { PageOf } from '@mycelium/kit/page';
import { MOST_COST } from '@mycelium/schema/limits/limits';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { ApiKey } from '../api-key/api-key.ts';

export enum ApiClientStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
}
registerEnumType(ApiClientStatus, {
  name: 'ApiClientStatus',
  valuesConfig: { SUSPENDED: { description: 'Its keys are refused until it is resumed.' } },
});

@ObjectType({ description: 'What limits an API client besides its scopes; null for the same as every client.' })
export class ApiLimits {
  @Field(() => Int, { nullable: true, description: 'Operations per minute, instead of those of its address.' })
  perMinute?: number;

  @Field(() => Int, { nullable: true, description: 'Operations per hour, over all its keys.' })
  perHour?: number;

  @Field(() => Int, { nullable: true, description: 'Live subscriptions at a time, at each gateway.' })
  subscriptions?: number;

  @Field(() => Int, { nullable: true, description: 'The most that one operation may cost.' })
  cost?: number;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "Another product that works with the tenant's data through API keys." })
@Unique({ properties: ['tenantId', 'name'] })
@Entity({ ...ownedByTenant })
export class ApiClient extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, and whom to contact.' })
  @Property({ type: 'text', nullable: true })
  description?: string;

  @Field(() => [String], { description: 'What its keys may do, for example menu:read.' })
  @Property({ type: 'array', columnType: 'text[]' })
  scopes!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The application on the event bus that it acts for, such as SMP: what it writes is published as coming from there, and not sent back to it.',
  })
  @Property({ type: 'text', nullable: true })
  application?: string;

  @Field(() => ApiClientStatus)
  @Enum({ items: () => ApiClientStatus, type: 'string', default: ApiClientStatus.ACTIVE })
  status: ApiClientStatus = ApiClientStatus.ACTIVE;

  @Field(() => ApiLimits)
  @Property({ type: 'json', columnType: 'jsonb' })
  limits: ApiLimits = {};

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @OneToMany({ entity: () => ApiKey, mappedBy: 'client' })
  keys = new Collection<ApiKey>(this);
}

@ObjectType({
  implements: Change,
  description: 'An API client, its keys or its operations were created, changed or removed.',
})
export class ApiClientChange extends Change {
  @Field(() => ID)
  clientId!: string;

  @Field(() => ApiClient, { nullable: true, description: 'Its current state; null if it is gone.' })
  client?: ApiClient;
}

@ObjectType({ description: 'A page of API clients.' })
export class ApiClientPage extends PageOf(ApiClient) {}

@InputType({ description: 'What limits an API client; what you leave out is the same as for every client.' })
export class ApiLimitsInput {
  @Field(() => Int, { nullable: true, description: '1 to 10,000.' })
  perMinute?: number;

  @Field(() => Int, { nullable: true, description: '1 to 100,000.' })
  perHour?: number;

  @Field(() => Int, { nullable: true, description: '0 to 1,000.' })
  subscriptions?: number;

  @Field(() => Int, { nullable: true, description: 'Of one operation: 1 to 12,000.' })
  cost?: number;
}

@InputType({ description: 'A new API client.' })
export class CreateApiClientInput {
  @Field(() => String, { description: "At most 80 characters; unique among the tenant's clients." })
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  description?: string;

  @Field(() => [String], {
    description: 'Only scopes you have yourself, and none that starts with access:, people: or platform:.',
  })
  scopes!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The application it acts for, such as SMP; leave out for none.',
  })
  application?: string;

  @Field(() => ApiLimitsInput, { nullable: true })
  limits?: ApiLimitsInput;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateApiClientInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true, description: 'null removes it.' })
  description?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Replaces the previous ones. You must have those that are new. Its live connections end and reconnect with these.',
  })
  scopes?: string[];

  @Field(() => String, { nullable: true, description: 'null if it acts for none.' })
  application?: string | null;

  @Field(() => ApiLimitsInput, { nullable: true, description: 'All of them, replacing the previous ones.' })
  limits?: ApiLimitsInput;
}

const upTo = (most: number, least = 1) =>
  z
    .number()
    .int()
    .min(least, `It is at least ${least}`)
    .max(most, `It is at most ${most.toLocaleString('en')}`)
    .nullish()
    .transform((value) => value ?? undefined);

const name = nameOf(80, 'Give the client a name');
const description = z.string().trim().max(500, 'A description has at most 500 characters');
const scopes = z
  .array(z.string())
  .min(1, 'A client needs at least one scope')
  .transform((list) => [...new Set(list)].sort());
const application = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, 'The name of an application has up to 40 letters, digits and _')
  .refine((name) => name !== 'wrapper' && name !== 'system', 'Nobody else speaks for the platform itself');
const limits = z.object({
  perMinute: upTo(10_000),
  perHour: upTo(100_000),
  subscriptions: upTo(1_000, 0),
  cost: upTo(MOST_COST),
});

export const createApiClientSchema = z.object({
  name,
  description: description.nullish().transform((text) => text || undefined),
  scopes,
  application: application.nullish().transform((given) => given ?? undefined),
  limits: limits.nullish().transform((given) => given ?? {}),
});
export const updateApiClientSchema = z.object({
  version: z.number().int(),
  name: name.nullish(),
  description: description.nullish(),
  scopes: scopes.nullish(),
  application: application.nullish(),
  limits: limits.nullish(),
});
