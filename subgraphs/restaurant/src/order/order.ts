import { BigIntType } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Channel } from '../channel.ts';
import type { FrozenTax } from '../tax-rule/rules-for.ts';
import type { Discount, ServiceCharge } from '../totals/order-to-total.ts';
import { OrderMoney, OrderProgress } from './order-state.ts';

/** A discount as an order keeps it. */
export type GivenDiscount = Discount & { name: string };

/** A service charge as an order keeps it, with the taxes that held when it was set. */
export type GivenCharge = ServiceCharge & { name: string; taxes: readonly FrozenTax[] };

const minorUnits = () => ({ type: new BigIntType('number'), default: 0 });

/**
 * Partitioned by month over its id, a UUIDv7 that the till made, which says when: Migration20261130184456. The tenant is
 * part of the key, since another tenant may have chosen the same id; and so is the location, so that one with very many orders
 * can have partitions of its own. That no two locations have the same id is seen to by a trigger.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What guests have ordered, and what it comes to.' })
@Index({ properties: ['tenantId', 'locationId', 'businessDate', 'number'] })
@Index({ properties: ['tenantId', 'locationId', 'id'] })
@Index({ properties: ['tenantId', 'tableId', 'id'], where: 'table_id is not null' })
@Entity({ ...ownedByLocation })
export class Order extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @PrimaryKey({ type: 'uuid' })
  locationId!: string;

  @Property({ type: 'uuid', nullable: true })
  tableId?: string | null;

  @Field(() => Int, { description: 'Counts the orders of its location and business day, from 1.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => Channel)
  @Enum({ items: () => Channel })
  channel!: Channel;

  @Field(() => Int, { nullable: true, description: 'How many guests it is for.' })
  @Property({ type: 'integer', nullable: true })
  guests?: number | null;

  @Field(() => String, { nullable: true, description: 'For whom it is called out, or what to heed.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person who opened it, or whom it was given to since.' })
  @Property({ type: 'uuid', nullable: true })
  serverId?: string | null;

  @Field(() => OrderProgress, { description: 'How far the kitchen and the guests are.' })
  @Enum({ items: () => OrderProgress })
  progress = OrderProgress.DRAFT;

  @Field(() => OrderMoney, { description: 'How much of it is paid.' })
  @Enum({ items: () => OrderMoney })
  money = OrderMoney.OPEN;

  @Field(() => String, { description: 'ISO 4217: that of its location.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, { description: 'The business day to which it belongs, for example 2026-12-24.' })
  @Property({ type: 'date' })
  businessDate!: string;

  @Field(() => DateTime, { description: 'When it was opened, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  openedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was placed first.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  placedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was voided.' })
  @Property({ type: 'text', nullable: true })
  voidReason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who approved the last discount or the voiding with their PIN, where the person at the till could not.',
  })
  @Property({ type: 'uuid', nullable: true })
  approvedBy?: string | null;

  @Field(() => [Int], { description: 'The courses that the kitchen may make: 1, and those that were fired.' })
  @Property({ type: 'array', columnType: 'int[]', runtimeType: 'number', defaultRaw: "'{1}'" })
  firedCourses: number[] = [1];

  @Field(() => ID, { nullable: true, description: 'The order from which it was split.' })
  @Property({ type: 'uuid', nullable: true })
  splitFromId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The order that has its lines now, where it was merged.' })
  @Property({ type: 'uuid', nullable: true })
  mergedIntoId?: string | null;

  @Property({ type: 'json', columnType: 'jsonb' })
  discounts: GivenDiscount[] = [];

  @Property({ type: 'json', columnType: 'jsonb' })
  serviceCharges: GivenCharge[] = [];

  @Property(minorUnits())
  subtotal = 0;

  @Property(minorUnits())
  discountTotal = 0;

  @Property(minorUnits())
  taxAdded = 0;

  @Property(minorUnits())
  taxIncluded = 0;

  @Property(minorUnits())
  serviceCharge = 0;

  @Property(minorUnits())
  tip = 0;

  @Property(minorUnits())
  total = 0;

  /** Without tips. */
  @Property(minorUnits())
  paid = 0;

  @Property(minorUnits())
  refunded = 0;

  @Property({ type: 'text' })
  fingerprint!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

@ObjectType({ description: 'A page of orders.' })
export class OrderPage extends PageOf(Order) {}
