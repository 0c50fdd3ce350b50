import { BigIntType, type Opt } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Localized } from '../localized.ts';
import { Allergen } from '../menu-item/allergen.ts';
import type { GivenDiscount } from '../order/order.ts';
import type { FrozenTax } from '../tax-rule/rules-for.ts';
import type { OddLine } from '../totals/order-to-total.ts';

/** What was chosen with an item, as it was then. */
export interface ChosenOption {
  optionId: string;
  groupId: string;
  names: Localized;
  price: number;
  quantity: number;
}

const minorUnits = () => ({ type: new BigIntType('number'), default: 0 });

/** Partitioned by month like the orders. Name, price, options and taxes are those of the sale; the link to the item stays. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'An item on an order, as it was when it was ordered.' })
@Index({ properties: ['tenantId', 'orderId', 'position'] })
@Index({ properties: ['tenantId', 'cashSessionId'], where: 'cash_session_id is not null' })
@Entity({ ...ownedByTenant })
export class OrderLine extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  orderId!: string;

  @Property({ type: 'uuid' })
  itemId!: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Property({ type: new BigIntType('number') })
  unitPrice!: number;

  @Field(() => String, { description: 'A decimal number: 2, or 0.350 of what is sold by weight.' })
  @Property({ type: 'text' })
  quantity!: string;

  @Field(() => [Allergen], { description: 'Of the item and of all that was chosen with it, as it was then.' })
  @Property({ type: 'array', columnType: 'text[]' })
  allergens: Allergen[] = [];

  @Property({ type: 'json', columnType: 'jsonb' })
  options: ChosenOption[] = [];

  @Property({ type: 'json', columnType: 'jsonb' })
  taxes: FrozenTax[] = [];

  @Property({ type: 'json', columnType: 'jsonb' })
  discounts: GivenDiscount[] = [];

  @Field(() => Int, { nullable: true, description: 'The guest whose it is, from 1; null, the whole table.' })
  @Property({ type: 'integer', nullable: true })
  seat?: number | null;

  @Field(() => Int, { nullable: true, description: 'The course with which it comes, from 1.' })
  @Property({ type: 'integer', nullable: true })
  course?: number | null;

  @Field(() => String, { nullable: true, description: 'For the kitchen.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null;

  @Property({ type: 'integer' })
  position!: number;

  /** How many it holds of an item whose portions are counted: of what was split, each part has its share. */
  @Property({ type: 'integer', default: 0 })
  portions = 0;

  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  odd?: OddLine | null;

  /** Before discounts. */
  @Property(minorUnits())
  gross = 0;

  /** After all discounts. */
  @Property(minorUnits())
  amount = 0;

  @Property(minorUnits())
  tax = 0;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken off; what was voided counts for nothing.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  voidedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken off.' })
  @Property({ type: 'text', nullable: true })
  voidReason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who approved the last discount or the voiding with their PIN, where the person at the till could not.',
  })
  @Property({ type: 'uuid', nullable: true })
  approvedBy?: string | null;

  /** In whose report it stands as voided or given away. */
  @Property({ type: 'uuid', nullable: true })
  cashSessionId?: string | null;

  @Property({ type: 'text' })
  fingerprint!: string;

  @Field(() => DateTime, {
    description:
      'When it came here, by the clock of the business. Its id says when it was taken: earlier, where there was no network.',
  })
  declare createdAt: Date & Opt;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}
