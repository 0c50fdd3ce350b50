import type { Ref } from '@mikro-orm/core';
import { Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Money } from '@mycelium/kit/money';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Partner } from './partner.ts';

export enum PayoutKind {
  REFERRAL = 'REFERRAL',
  COMMISSION = 'COMMISSION',
}
registerEnumType(PayoutKind, { name: 'PayoutKind' });

@ObjectType('Payout', { description: 'What a partner was paid: written once, never changed.' })
@Index({ properties: ['partner', 'createdAt', 'id'] })
@Unique({ properties: ['tenantId', 'idempotencyKey'] })
@Entity({ ...ownedByTenant, tableName: 'payout' })
export class PayoutRow extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @ManyToOne({ entity: () => Partner, ref: true })
  partner!: Ref<Partner>;

  @Field(() => PayoutKind, { description: 'For whom they brought, or their share of what was sold.' })
  @Enum({ items: () => PayoutKind, type: 'string' })
  kind!: PayoutKind;

  @Field(() => Money)
  @Embedded({ entity: () => Money, prefix: false })
  amount!: Money;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The event that said so; see `eventTracking`.' })
  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => DateTime)
  declare createdAt: Date;
}

@ObjectType({ description: 'A page of payouts.' })
export class PayoutPage extends PageOf(PayoutRow) {}
