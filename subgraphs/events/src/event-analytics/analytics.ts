import { CsvPage } from '@mycelium/kit/csv-page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** What happened to deliveries, and how often. */
@ObjectType()
abstract class Totals {
  @Field(() => Int)
  published = 0;

  @Field(() => Int)
  acknowledged = 0;

  @Field(() => Int, { description: 'Failed after all attempts, or permanently refused.' })
  failed = 0;

  @Field(() => Int, { description: 'Not acknowledged in time.' })
  timeout = 0;

  @Field(() => Int, { description: 'Retried after they had been given up.' })
  retried = 0;

  @Field(() => Int, { description: 'Delivered once more, although they may already have been processed.' })
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
  description:
    'What was published over a number of days, counted in three ways; an event with two targets counts twice.',
})
export class EventAnalytics {
  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  to!: Date;

  @Field(() => [EventDay], { description: 'Each day, oldest first, including those on which nothing was published.' })
  days!: EventDay[];

  @Field(() => [EventTypeTotals], { description: 'Most published first.' })
  types!: EventTypeTotals[];

  @Field(() => [EventChannelTotals], { description: 'Most published first.' })
  channels!: EventChannelTotals[];

  @Field(() => [EventFailures], { description: 'The ten that failed or timed out most often, worst first.' })
  topFailures!: EventFailures[];
}

@ObjectType({ description: 'A few days of the analytics as a table: day, channel, type and counts.' })
export class EventAnalyticsExport extends CsvPage {}
