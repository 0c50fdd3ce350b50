import { BigIntType } from '@mikro-orm/core';
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CashReport } from '../cash-session/cash-report.ts';

/** The database refuses every change and removal. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a cash session came to when its drawer was counted. It stays as it is.' })
@Unique({ properties: ['tenantId', 'drawerId', 'number'] })
@Unique({ properties: ['tenantId', 'sessionId'] })
@Entity({ ...ownedByLocation, tableName: 'z_report' })
export class ZReport extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => Int, { description: 'Counts the reports of its drawer, from 1, without a gap.' })
  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'uuid' })
  sessionId!: string;

  @Property({ type: 'uuid' })
  drawerId!: string;

  @Property({ type: 'uuid' })
  locationId!: string;

  @Property({ type: new BigIntType('number') })
  expected!: number;

  @Property({ type: new BigIntType('number') })
  counted!: number;

  @Property({ type: 'text' })
  currency!: string;

  @Field(() => CashReport, { description: 'What went through the drawer.' })
  @Property({ type: 'json', columnType: 'jsonb' })
  report!: CashReport;

  @Field(() => String, { description: 'The business day on which it was closed, for example 2026-12-24.' })
  @Property({ type: 'date' })
  businessDate!: string;

  @Field(() => DateTime, { description: 'When it was closed, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  closedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who closed it.' })
  @Property({ type: 'uuid', nullable: true })
  closedBy?: string | null;
}
