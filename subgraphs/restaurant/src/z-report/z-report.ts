import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CashReport } from '../cash-session/cash-report.ts';
import { StationWaiting } from '../cash-session/stations-waiting.ts';

/** The database refuses every change and removal. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a cash session came to when its drawer was counted. It stays as it is.' })
@Unique({ properties: ['tenantId', 'drawerId', 'number'] })
@Unique({ properties: ['tenantId', 'sessionId'] })
@Index({ properties: ['tenantId', 'locationId', 'id'] })
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

  @Field(() => String, {
    nullable: true,
    description: 'Why it was closed although writes of a till had not arrived; null where none was missing.',
  })
  @Property({ type: 'text', nullable: true })
  despite?: string | null;

  @Property({ type: 'json', columnType: 'jsonb', defaultRaw: "'[]'" })
  waiting: StationWaiting[] = [];
}

@ObjectType({ description: 'A page of Z reports.' })
export class ZReportPage extends PageOf(ZReport) {}
