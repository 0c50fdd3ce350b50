import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { ApiClient } from '../api-client/api-client.ts';

export enum ApiKeyStatus {
  ACTIVE = 'ACTIVE',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(ApiKeyStatus, { name: 'ApiKeyStatus' });

@ObjectType({ description: 'A key of an API client. It is shown only once, when it is created.' })
@Index({ properties: ['expiredAt', 'expiresAt'] })
@Entity({ ...ownedByTenant })
export class ApiKey extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: 'How it starts, to tell it from others: gg_live_Ab3d…' })
  @Property({ type: 'text' })
  prefix!: string;

  /** SHA-256, hex. */
  @Property({ type: 'text', unique: true })
  hash!: string;

  @Field(() => String, { nullable: true, description: 'Where it is used.' })
  @Property({ type: 'text', nullable: true })
  note?: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'To the minute; null if it was never used.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  lastUsedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'It is refused from then on; null if it does not expire.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  expiresAt?: Date;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date;

  /** When it was noted, and announced, that the key had expired. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  expiredAt?: Date;

  /** When people were notified that it expires soon, or when it was found that they need not be. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  warnedAt?: Date;

  @ManyToOne({ entity: () => ApiClient, ref: true, index: true, deleteRule: 'cascade' })
  client!: Ref<ApiClient>;
}

@ObjectType({ description: 'A page of API keys.' })
export class ApiKeyPage extends PageOf(ApiKey) {}

@ObjectType({ description: 'A newly created key.' })
export class NewApiKey {
  @Field(() => String, { description: 'Send it as `X-API-Key`. It is shown only this once and stored nowhere.' })
  key!: string;

  @Field(() => ApiKey)
  apiKey!: ApiKey;
}

@InputType({ description: 'A new key.' })
export class CreateApiKeyInput {
  @Field(() => String, { nullable: true, description: 'Where it is used; at most 80 characters.' })
  note?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it expires; leave out for never.' })
  expiresAt?: Date;
}

export const createApiKeySchema = z.object({
  note: z
    .string()
    .trim()
    .max(80, 'A note has at most 80 characters')
    .nullish()
    .transform((text) => text || undefined),
  expiresAt: z
    .date()
    .refine((date) => date.getTime() > Date.now(), {
      error: 'A key ends in the future',
      params: { reason: 'IN_THE_PAST' },
    })
    .nullish()
    .transform((date) => date ?? undefined),
});
export const overlapSchema = z
  .number()
  .int()
  .min(0, 'An overlap is not negative')
  .max(168, 'Two keys overlap for at most 168 hours');
