import { CsvPage } from '@mycelium/kit/csv';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** What happened to deliveries, and how often. */
@ObjectType()
abstract class Totals {
  @Field(() => Int)
  published = 0;

  @Field(() => Int)
  acknowledged = 0;

  @Field(() => Int, { description: 'Tried as often as it may be, or refused for good.' })
  failed = 0;

  @Field(() => Int, { description: 'Not acknowledged in time.' })
  timeout = 0;

  @Field(() => Int, { description: 'Delivered again after they were given up.' })
  retried = 0;

  @Field(() => Int, { description: 'Delivered once more, though they may have been done before.' })
  replayed = 0;
}

@ObjectType({ description: 'The events of one day (UTC).' })
export class EventDay extends Totals {
  @Field(() => String, { description: 'For example 2026-11-21.' })
  day!: string;
}

@ObjectType({ description: 'The events of one type.' })
export class EventTypeTotals extends Totals {
  @Field(() => String)
  eventType!: string;
}

@ObjectType({ description: 'The events of one channel.' })
export class EventChannelTotals extends Totals {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;
}

@ObjectType({ description: 'The events of one type in one channel.' })
export class EventFailures extends Totals {
  @Field(() => String)
  eventType!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;
}

@ObjectType({
  description: 'What was told over some days, counted in three ways; an event for two targets counts twice.',
})
export class EventAnalytics {
  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  to!: Date;

  @Field(() => [EventDay], { description: 'Each day, the first one first, also those on which nothing was told.' })
  days!: EventDay[];

  @Field(() => [EventTypeTotals], { description: 'Most published first.' })
  types!: EventTypeTotals[];

  @Field(() => [EventChannelTotals], { description: 'Most published first.' })
  channels!: EventChannelTotals[];

  @Field(() => [EventFailures], { description: 'The ten that failed or were late most often, worst first.' })
  topFailures!: EventFailures[];
}

@ObjectType({ description: 'Some days of the analytics as a table: day, channel, type and counts.' })
export class EventAnalyticsExport extends CsvPage {}
