import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { AlertKind } from '../alert-rule/alert-kind.ts';

@ObjectType({ description: 'Something broke a rule, from when until when.' })
@Unique({ properties: ['tenantId', 'openKey'] })
@Index({ properties: ['tenantId', 'recoveredAt', 'id'] })
@Entity({ ...ownedByTenant })
export class Alert extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => AlertKind)
  @Property({ type: 'text' })
  kind!: AlertKind;

  @Field(() => String, { nullable: true, description: 'The sending application of the channel.' })
  @Property({ type: 'text', nullable: true })
  source?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The receiving application of the channel, or the application it is about.',
  })
  @Property({ type: 'text', nullable: true })
  target?: string;

  @Field(() => ID, { nullable: true, description: 'The webhook endpoint it is about.' })
  @Property({ type: 'uuid', nullable: true })
  endpointId?: string;

  @Field(() => ID, { nullable: true, description: 'The thing it is about, such as a screen or a sync.' })
  @Property({ type: 'uuid', nullable: true })
  thingId?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What to look at first in the thing, such as the last failed run.',
  })
  @Property({ type: 'uuid', nullable: true })
  partId?: string;

  @Field(() => String, { nullable: true, description: 'What the thing is called, or was called when the alert ended.' })
  @Property({ type: 'text', nullable: true })
  name?: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when the thing has been in this state; the alert was raised once that had lasted as long as the rule says.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  since?: Date;

  @Field(() => ID, { nullable: true, description: 'The event that had been waiting longest when it was raised.' })
  @Property({ type: 'text', nullable: true })
  eventId?: string;

  @Field(() => Number, { description: 'The value when it was raised, in the unit of the kind.' })
  @Property({ type: 'double' })
  value!: number;

  @Field(() => Number, { description: 'The limit of the rule, in the same unit.' })
  @Property({ type: 'double' })
  threshold!: number;

  @Field(() => DateTime, { description: 'When it was raised.' })
  declare createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it recovered; null while it has not.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  recoveredAt?: Date;

  @Field(() => Number, {
    nullable: true,
    description: 'The value when it recovered; null if there was nothing to count.',
  })
  @Property({ type: 'double', nullable: true })
  recoveredValue?: number;

  @Field(() => DateTime, { nullable: true, description: 'When somebody acknowledged it.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  acknowledgedAt?: Date;

  @Field(() => ID, { nullable: true, description: 'Who acknowledged it.' })
  @Property({ type: 'text', nullable: true })
  acknowledgedById?: string;

  /** What it is about, while it is open: of one thing there is one alert. */
  @Property({ type: 'text', nullable: true })
  openKey?: string;
}

@ObjectType({ description: 'A page of alerts, newest first.' })
export class AlertPage extends PageOf(Alert) {}

export enum AlertChangeKind {
  RAISED = 'RAISED',
  RECOVERED = 'RECOVERED',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
}
registerEnumType(AlertChangeKind, { name: 'AlertChangeKind' });

@ObjectType({ implements: Change, description: 'An alert was raised, has recovered, or was acknowledged.' })
export class AlertChange extends Change {
  @Field(() => AlertChangeKind)
  kind!: AlertChangeKind;

  @Field(() => ID)
  alertId!: string;

  @Field(() => Alert, { nullable: true, description: 'Its current state.' })
  alert?: Alert;
}
