import { Check, Entity, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ExceptionalDay, WeeklyHours } from './opening-hours.ts';

@ObjectType({ description: 'Hours of one day, by the clocks of the venue.' })
class OpenFromTo {
  @Field(() => String, { description: 'HH:MM.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM; where that is not after `from`, on the next day.' })
  to!: string;
}

@ObjectType({ description: 'Hours on one day of each week.' })
class VenueHours extends OpenFromTo {
  @Field(() => Int, { description: 'The day of the week on which they begin: 1 is Monday, 7 Sunday.' })
  day!: number;
}

@ObjectType({ description: 'A date that is not like others of its weekday.' })
class VenueExceptionalDay {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => String, { description: 'Why, for example the name of a holiday.' })
  name!: string;

  @Field(() => Boolean, { description: 'A holiday is named where days are compared.' })
  isHoliday!: boolean;

  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [OpenFromTo], { description: 'When it is open all the same; empty: it is closed.' })
  hours!: OpenFromTo[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A place whose numbers are collected, compared and explained.' })
@Check({ expression: "jsonb_typeof(opening_hours) = 'array' and jsonb_typeof(exceptional_days) = 'array'" })
@Entity({ ...ownedByTenant })
export class Venue extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone, for example America/Chicago.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => String, { description: 'Of its numbers, ISO 4217, for example MXN.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, {
    description:
      'The time of the place at which a business day begins, HH:MM: what is sold before belongs to the day before.',
  })
  @Property({ type: 'text', default: '04:00' })
  dayStart = '04:00';

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [VenueHours], { description: 'When it is open each week, in order; empty where nobody has said.' })
  @Property({ type: 'json', columnType: 'jsonb' })
  openingHours: WeeklyHours[] = [];

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [VenueExceptionalDay], { description: 'Holidays and other dates with hours of their own, in order.' })
  @Property({ type: 'json', columnType: 'jsonb' })
  exceptionalDays: ExceptionalDay[] = [];

  @Property({ type: 'uuid', nullable: true })
  locationId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is in business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of venues.' })
export class VenuePage extends PageOf(Venue) {}
