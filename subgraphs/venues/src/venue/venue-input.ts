import { nameOf } from '@mycelium/kit/name';
import { currencySchema, timeOfDaySchema } from '@mycelium/kit/place-facts';
import { zoneSchema } from '@mycelium/kit/zone';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { type OpenFromTo, overlapOf } from './opening-hours.ts';

const MOST_HOURS_A_DAY = 4;
const MOST_EXCEPTIONS = 400;

const ZONE = 'IANA time zone, for example America/Chicago.';
const DAY_START = 'The time of the place at which a business day begins, HH:MM.';
const HOURS = `When it is open each week; at most ${MOST_HOURS_A_DAY} times a day, which do not overlap.`;
const EXCEPTIONS = `Dates with hours of their own, each once, at most ${MOST_EXCEPTIONS}.`;
const LOCATION = 'The location of a restaurant that it is, if it sells on our tills.';

@InputType({ description: 'Hours of one day, by the clocks of the venue.' })
export class OpenFromToInput {
  @Field(() => String, { description: 'HH:MM.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM; where that is not after `from`, on the next day.' })
  to!: string;
}

@InputType({ description: 'Hours on one day of each week.' })
export class VenueHoursInput extends OpenFromToInput {
  @Field(() => Int, { description: 'The day of the week on which they begin: 1 is Monday, 7 Sunday.' })
  day!: number;
}

@InputType({ description: 'A date that is not like others of its weekday.' })
export class VenueExceptionalDayInput {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => String, { description: 'Why, for example the name of a holiday; at most 120 characters.' })
  name!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a holiday; left out, it is.' })
  isHoliday?: boolean | null;

  @Field(() => [OpenFromToInput], { description: 'When it is open all the same; empty: it is closed.' })
  hours!: OpenFromToInput[];
}

@InputType({ description: 'A new venue.' })
export class CreateVenueInput {
  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;

  @Field(() => String, { description: ZONE })
  timeZone!: string;

  @Field(() => String, { description: 'Of its numbers, ISO 4217.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: `${DAY_START} Left out, 04:00.` })
  dayStart?: string | null;

  @Field(() => [VenueHoursInput], { nullable: true, description: HOURS })
  openingHours?: VenueHoursInput[] | null;

  @Field(() => [VenueExceptionalDayInput], { nullable: true, description: EXCEPTIONS })
  exceptionalDays?: VenueExceptionalDayInput[] | null;

  @Field(() => ID, { nullable: true, description: LOCATION })
  locationId?: string | null;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateVenueInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: `${ZONE} What is counted already keeps its business day.` })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Of its numbers, ISO 4217.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: `${DAY_START} What is counted already keeps its business day.` })
  dayStart?: string | null;

  @Field(() => [VenueHoursInput], { nullable: true, description: `${HOURS} They replace those before.` })
  openingHours?: VenueHoursInput[] | null;

  @Field(() => [VenueExceptionalDayInput], { nullable: true, description: `${EXCEPTIONS} They replace those before.` })
  exceptionalDays?: VenueExceptionalDayInput[] | null;

  @Field(() => ID, { nullable: true, description: `${LOCATION} null: it is none.` })
  locationId?: string | null;
}

/** A date that the calendar has, `2026-02-28`. */
export const dateSchema = z.iso.date('A date is YYYY-MM-DD, for example 2026-12-25');

const fromTo = { from: timeOfDaySchema, to: timeOfDaySchema };

function checkApart(hours: readonly (OpenFromTo & { day?: number })[], context: z.core.$RefinementCtx): void {
  const place = overlapOf(hours);
  if (place === undefined) return;
  const params = { reason: 'OVERLAP' };
  context.addIssue({ code: 'custom', message: 'These hours overlap others', path: [place], params, input: hours });
}

function checkDates(days: readonly { date: string }[], context: z.core.$RefinementCtx): void {
  const place = days.findIndex(({ date }, order) => days.findIndex((other) => other.date === date) < order);
  if (place < 0) return;
  const params = { reason: 'TAKEN' };
  context.addIssue({ code: 'custom', message: 'This date is there twice', path: [place, 'date'], params, input: days });
}

const openingHours = z
  .array(z.object({ day: z.int().min(1, 'A day is 1 to 7').max(7, 'A day is 1 to 7'), ...fromTo }))
  .max(7 * MOST_HOURS_A_DAY, `At most ${MOST_HOURS_A_DAY} times a day`)
  .superRefine(checkApart)
  .transform((hours) => hours.toSorted((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1)));

const exceptionalDay = z.object({
  date: dateSchema,
  name: nameOf(120, 'Say why'),
  isHoliday: z
    .boolean()
    .nullish()
    .transform((given) => given ?? true),
  hours: z
    .array(z.object(fromTo))
    .max(MOST_HOURS_A_DAY, `At most ${MOST_HOURS_A_DAY} times a day`)
    .superRefine(checkApart)
    .transform((hours) => hours.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
});

const exceptionalDays = z
  .array(exceptionalDay)
  .max(MOST_EXCEPTIONS, `At most ${MOST_EXCEPTIONS} dates`)
  .superRefine(checkDates)
  .transform((days) => days.toSorted((a, b) => (a.date < b.date ? -1 : 1)));

const facts = {
  name: nameOf(120, 'Give it a name'),
  timeZone: zoneSchema,
  currency: currencySchema,
};

export const createVenueSchema = z.object({
  ...facts,
  dayStart: timeOfDaySchema.nullish().transform((given) => given ?? '04:00'),
  openingHours: openingHours.nullish().transform((given) => given ?? []),
  exceptionalDays: exceptionalDays.nullish().transform((given) => given ?? []),
  locationId: z.string().nullish(),
});

const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const updateVenueSchema = z.object({
  version: z.int(),
  name: named(facts.name),
  timeZone: named(facts.timeZone),
  currency: named(facts.currency),
  dayStart: named(timeOfDaySchema),
  openingHours: named(openingHours),
  exceptionalDays: named(exceptionalDays),
  locationId: z.string().nullish(),
});
