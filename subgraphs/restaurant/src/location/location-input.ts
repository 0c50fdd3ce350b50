import { nameOf } from '@mycelium/kit/name';
import { currencySchema, timeOfDaySchema } from '@mycelium/kit/place-facts';
import { zoneSchema } from '@mycelium/kit/zone';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

const MOST_LINES = 8;
const LONGEST_LINE = 48;

const PHONE = 'With its country code, at most 40 characters.';
const ZONE = 'IANA time zone, for example America/Chicago.';
const DAY_START = 'The time of the place at which a business day begins, HH:MM.';
const COUNTRY = 'Whose taxes are usual there, ISO 3166-1 alpha-2, for example MX; it chooses none.';
const COIN = 'The smallest coin in minor units, to which cash is rounded, from 2 to 10,000.';
const HEAD = `The lines on top of each receipt: at most ${MOST_LINES}, of at most ${LONGEST_LINE} characters.`;

@InputType({ description: 'A new location of a brand.' })
export class CreateLocationInput {
  @Field(() => ID)
  restaurantId!: string;

  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Street and number, at most 200 characters.' })
  address!: string;

  @Field(() => String, { description: 'At most 120 characters.' })
  city!: string;

  @Field(() => String, { nullable: true, description: PHONE })
  phone?: string | null;

  @Field(() => String, { description: ZONE })
  timeZone!: string;

  @Field(() => String, { description: 'In which it sells, ISO 4217.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: `${DAY_START} Left out, 04:00.` })
  dayStart?: string | null;

  @Field(() => String, { nullable: true, description: COUNTRY })
  taxCountry?: string | null;

  @Field(() => Int, { nullable: true, description: COIN })
  smallestCoin?: number | null;

  @Field(() => [String], { nullable: true, description: HEAD })
  receiptHead?: string[] | null;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateLocationInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number, at most 200 characters.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: `${PHONE} null removes it.` })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: `${ZONE} What was sold keeps its business day.` })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217; refused once something was sold there.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: `${DAY_START} What was sold keeps its business day.` })
  dayStart?: string | null;

  @Field(() => String, { nullable: true, description: `${COUNTRY} null removes it.` })
  taxCountry?: string | null;

  @Field(() => Int, { nullable: true, description: `${COIN} null: cash is not rounded.` })
  smallestCoin?: number | null;

  @Field(() => [String], { nullable: true, description: HEAD })
  receiptHead?: string[] | null;
}

const country = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, for example MX');
const facts = {
  name: nameOf(120, 'Give it a name'),
  address: nameOf(200, 'Give its street and number'),
  city: nameOf(120, 'Give its city'),
  timeZone: zoneSchema,
  currency: currencySchema,
  dayStart: timeOfDaySchema,
  receiptHead: z.array(nameOf(LONGEST_LINE, 'A line is not empty')).max(MOST_LINES, `At most ${MOST_LINES} lines`),
};
const optional = {
  phone: nameOf(40, 'A phone number is not empty').nullish(),
  taxCountry: country.nullish(),
  smallestCoin: z.number().int().min(2, 'Coins of 2 or more').max(10_000, 'At most 10,000').nullish(),
};

export const createLocationSchema = z.object({
  restaurantId: z.string(),
  ...facts,
  ...optional,
  dayStart: facts.dayStart.nullish().transform((given) => given ?? '04:00'),
  receiptHead: facts.receiptHead.nullish().transform((lines) => lines ?? []),
});

const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const updateLocationSchema = z.object({
  version: z.number().int(),
  name: named(facts.name),
  address: named(facts.address),
  city: named(facts.city),
  timeZone: named(facts.timeZone),
  currency: named(facts.currency),
  dayStart: named(facts.dayStart),
  receiptHead: named(facts.receiptHead),
  ...optional,
});
