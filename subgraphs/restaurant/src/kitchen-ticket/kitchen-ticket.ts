import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { KitchenFireKind } from '../kitchen-fire/kitchen-fire.ts';

const isOpen = 'bumped_at is null and voided_at is null';

/** Partitioned by month over its id. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What was sent to one station at once, for an order.' })
@Index({ properties: ['tenantId', 'orderId'] })
@Index({ properties: ['tenantId', 'locationId', 'stationId', 'id'], where: isOpen })
@Index({ properties: ['tenantId', 'locationId', 'bumpedAt'], where: 'bumped_at is not null' })
@Entity({ ...ownedByLocation })
export class KitchenTicket extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  orderId!: string;

  @PrimaryKey({ type: 'uuid' })
  locationId!: string;

  @Property({ type: 'uuid' })
  stationId!: string;

  @Field(() => Int, { description: 'Counts the tickets of its order, from 1.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => KitchenFireKind, {
    nullable: true,
    description: 'What it changes on what the station has already; null for the first ticket of an order there.',
  })
  @Enum({ items: () => KitchenFireKind, nullable: true })
  mark?: KitchenFireKind | null;

  @Field(() => Boolean, { description: 'Whether there is anything to make; false when it only takes away.' })
  @Property({ type: 'boolean' })
  toMake!: boolean;

  @Field(() => DateTime, { description: 'Since when it waits, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  firedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was bumped: the station is done with it.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  bumpedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was recalled last, after it had been bumped.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  recalledAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When nothing was left of it to make.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  voidedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}
