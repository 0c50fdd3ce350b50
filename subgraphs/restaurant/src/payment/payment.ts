import { BigIntType } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum Tender {
  CASH = 'CASH',
  EXTERNAL = 'EXTERNAL',
}
registerEnumType(Tender, {
  name: 'Tender',
  description: 'What is paid with.',
  valuesConfig: { EXTERNAL: { description: 'What another system took: a voucher, a delivery platform.' } },
});

export enum ExternalTender {
  VOUCHER = 'VOUCHER',
  DELIVERY_PLATFORM = 'DELIVERY_PLATFORM',
  OTHER = 'OTHER',
}
registerEnumType(ExternalTender, { name: 'ExternalTender', description: 'Which other system took the money.' });

export enum PaymentStatus {
  CREATED = 'CREATED',
  AUTHORISED = 'AUTHORISED',
  CAPTURED = 'CAPTURED',
  FAILED = 'FAILED',
  CANCELED = 'CANCELED',
  PENDING = 'PENDING',
}
registerEnumType(PaymentStatus, {
  name: 'PaymentStatus',
  description: 'How far a payment is.',
  valuesConfig: {
    AUTHORISED: { description: 'The money is promised.' },
    CAPTURED: { description: 'The money was taken.' },
    CANCELED: { description: 'What was promised is not paid; the order is open by as much again.' },
    PENDING: { description: 'What became of it is not known yet; it is never charged again.' },
  },
});

const minorUnits = () => ({ type: new BigIntType('number'), default: 0 });

/**
 * Partitioned by month like the orders. The database refuses another amount, and every removal: what was wrong is
 * refunded.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Money that was taken for an order.' })
@Index({ properties: ['tenantId', 'orderId', 'id'] })
@Index({ properties: ['tenantId', 'cashSessionId', 'id'] })
@Entity({ ...ownedByLocation })
export class Payment extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  orderId!: string;

  /** That of its order. */
  @PrimaryKey({ type: 'uuid' })
  locationId!: string;

  @Field(() => Tender)
  @Enum({ items: () => Tender })
  tender!: Tender;

  @Field(() => ExternalTender, { nullable: true, description: 'Which other system took it; null for cash.' })
  @Enum({ items: () => ExternalTender, nullable: true })
  kind?: ExternalTender | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the other system calls it, for example the voucher number.',
  })
  @Property({ type: 'text', nullable: true })
  reference?: string | null;

  @Field(() => PaymentStatus)
  @Enum({ items: () => PaymentStatus })
  status = PaymentStatus.CREATED;

  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Property(minorUnits())
  tip = 0;

  @Property(minorUnits())
  tendered = 0;

  @Property(minorUnits())
  change = 0;

  @Property(minorUnits())
  rounding = 0;

  @Field(() => String, { description: 'ISO 4217: that of its order.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => ID, { nullable: true, description: 'The cash session in which it was taken; cash is in its drawer.' })
  @Property({ type: 'uuid', nullable: true })
  cashSessionId?: string | null;

  @Field(() => String, { description: 'The business day on which it was taken, for example 2026-12-24.' })
  @Property({ type: 'date' })
  businessDate!: string;

  @Field(() => DateTime, { description: 'When it was taken, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  takenAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who took it.' })
  @Property({ type: 'uuid', nullable: true })
  personId?: string | null;

  @Property({ type: 'text' })
  fingerprint!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}
