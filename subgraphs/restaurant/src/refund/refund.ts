import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Tender } from '../payment/payment.ts';
import type { Refunded } from '../totals/refund-shares.ts';

/** What went back to a payment. */
export interface GivenBack {
  paymentId: string;
  tender: Tender;
  /** Of what the payment settled. */
  amount: number;
  /** Of its tip. */
  tip?: number;
}

/** Partitioned by month like the orders. The database refuses every change and removal. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Money of an order that was given back.' })
@Index({ properties: ['tenantId', 'orderId', 'id'] })
@Index({ properties: ['tenantId', 'cashSessionId', 'id'] })
@Entity({ ...ownedByLocation })
export class Refund extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  orderId!: string;

  @PrimaryKey({ type: 'uuid' })
  locationId!: string;

  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Property({ type: new BigIntType('number'), default: 0 })
  tip: number = 0;

  /** What left the drawer: what went back in cash, with the tip, in coins that there are. */
  @Property({ type: new BigIntType('number') })
  cash!: number;

  @Property({ type: 'json', columnType: 'jsonb' })
  lines: Refunded[] = [];

  @Property({ type: 'json', columnType: 'jsonb' })
  tenders: GivenBack[] = [];

  @Field(() => String, { description: 'Why it was given back.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => String, { description: 'ISO 4217: that of its order.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => ID, { nullable: true, description: 'The cash session in which it was given back.' })
  @Property({ type: 'uuid', nullable: true })
  cashSessionId?: string | null;

  @Field(() => String, { description: 'The business day on which it was given back, for example 2026-12-24.' })
  @Property({ type: 'date' })
  businessDate!: string;

  @Field(() => DateTime, { description: 'When it was given back, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  refundedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who gave it back.' })
  @Property({ type: 'uuid', nullable: true })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who approved it with their PIN, where that person may not alone.' })
  @Property({ type: 'uuid', nullable: true })
  approvedBy?: string | null;

  @Property({ type: 'text' })
  fingerprint!: string;
}
