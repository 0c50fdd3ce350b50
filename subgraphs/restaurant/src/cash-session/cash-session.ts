import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** One is open for a drawer at most: a partial unique index of the migration says so too. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A drawer from its opening until it is counted.' })
@Index({ properties: ['tenantId', 'drawerId', 'id'] })
@Index({ properties: ['tenantId', 'locationId', 'id'] })
@Entity({ ...ownedByLocation })
export class CashSession extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  drawerId!: string;

  @Property({ type: 'uuid' })
  locationId!: string;

  @Property({ type: new BigIntType('number') })
  float!: number;

  @Field(() => String, { description: 'ISO 4217: that of its location.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, { description: 'The business day on which it was opened, for example 2026-12-24.' })
  @Property({ type: 'date' })
  businessDate!: string;

  @Field(() => DateTime, { description: 'When it was opened, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  openedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who opened it.' })
  @Property({ type: 'uuid', nullable: true })
  openedBy?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;

  @Property({ type: 'text' })
  fingerprint!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

@ObjectType({ description: 'A page of cash sessions.' })
export class CashSessionPage extends PageOf(CashSession) {}
