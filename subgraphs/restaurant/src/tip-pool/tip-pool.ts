import { Money } from '@mycelium/kit/money';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

export enum TipPoolBy {
  MINUTES = 'MINUTES',
  POINTS = 'POINTS',
}
registerEnumType(TipPoolBy, {
  name: 'TipPoolBy',
  description: 'By what a pool is shared.',
  valuesConfig: {
    MINUTES: { description: 'The minutes that each has worked.' },
    POINTS: { description: 'The points that each has.' },
  },
});

@InputType({ description: 'Somebody who shares a pool.' })
export class TipPoolMemberInput {
  @Field(() => String, { description: 'At most 80 characters.' })
  name!: string;

  @Field(() => String, { description: 'Minutes or points, a decimal number below 1,000,000 with at most 3 decimals.' })
  weight!: string;
}

@InputType({ description: 'Of which days a pool is, and who shares it.' })
export class TipPoolInput {
  @Field(() => String, { description: 'The first business day, for example 2026-12-24.' })
  from!: string;

  @Field(() => String, { description: 'The last business day: at most 366 days in all.' })
  to!: string;

  @Field(() => TipPoolBy, { defaultValue: TipPoolBy.MINUTES })
  by!: TipPoolBy;

  @Field(() => [TipPoolMemberInput], {
    defaultValue: [],
    description: 'At most 200; of equal parts the earlier one gets the odd cent.',
  })
  members!: TipPoolMemberInput[];
}

const DAY_MS = 24 * 60 * 60_000;
const day = z.iso.date('A day is YYYY-MM-DD');
const member = z.object({
  name: z.string().trim().min(1, 'Give the name').max(80, 'At most 80 characters'),
  weight: z.string().regex(/^\d{1,6}(\.\d{1,3})?$/, 'Write a number such as 480 or 1.5'),
});

export const tipPoolSchema = z
  .object({
    ...{ from: day, to: day, by: z.enum(TipPoolBy) },
    members: z.array(member).max(200, 'At most 200 people'),
  })
  .refine(({ from, to }) => from <= to, { error: 'The last day is not before the first', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 366 * DAY_MS, {
    ...{ error: 'At most 366 days', path: ['to'] },
  });

@ObjectType({ description: 'What somebody gets of a pool.' })
export class TipShare {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Minutes or points.' })
  weight!: string;

  @Field(() => String, {
    description: 'The exact part in minor units: a whole number, or a fraction such as 5004000/415.',
  })
  exact!: string;

  @Field(() => Money, {
    description: 'In whole minor units: those that are left by rounding down go to who lost most.',
  })
  amount!: Money;
}

@ObjectType({ description: 'A pool: everybody gets the pool times their weight, divided by the weight of all.' })
export class TipPool {
  @Field(() => Money)
  pool!: Money;

  @Field(() => String, { description: 'The minutes or points of all: a whole number, or a fraction such as 13/4.' })
  weightOfAll!: string;

  @Field(() => [TipShare], { description: 'In the order in which they were named.' })
  shares!: TipShare[];
}

@ObjectType({ description: 'The tips and service charges of some days, and who gets how much of them.' })
export class TipPoolReport {
  @Field(() => Money, { description: 'Tips that were given.' })
  tips!: Money;

  @Field(() => Money, { description: 'What of tips was given back.' })
  refunded!: Money;

  @Field(() => Money, { description: 'What was paid out of drawers as tips already.' })
  paidOut!: Money;

  @Field(() => Money, { description: 'Service charges of orders that were paid, less what was given back of them.' })
  serviceCharges!: Money;

  @Field(() => TipPool, {
    nullable: true,
    description: 'The tips less what was given back; null where nobody was named.',
  })
  tipPool?: TipPool | null;

  @Field(() => TipPool, {
    nullable: true,
    description: 'The service charges, which are the house’s to share, apart; null where nobody was named.',
  })
  serviceChargePool?: TipPool | null;
}
