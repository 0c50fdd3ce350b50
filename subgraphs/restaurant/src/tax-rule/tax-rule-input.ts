import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { taxClassSchema } from './tax-class.ts';

const MOST_CLASSES = 20;
const RATE = 'A decimal number from 0 to 1 with at most 6 decimals: 0.095 is 9.5 %.';
const CLASSES = `The tax classes of the items that it is for, at most ${MOST_CLASSES}; empty, all of them.`;
const BASE = 'The rules that it taxes too; a rule never taxes itself, nor one that taxes it.';

@InputType({ description: 'A new tax on what is sold.' })
export class CreateTaxRuleInput {
  @Field(() => String, { description: 'As receipts call it, at most 60 characters.' })
  name!: string;

  @Field(() => String, { description: RATE })
  rate!: string;

  @Field(() => Boolean, { description: 'Whether prices have it in them.' })
  inclusive!: boolean;

  @Field(() => [String], { defaultValue: [], description: CLASSES })
  taxClasses!: string[];

  @Field(() => [Channel], { defaultValue: [], description: 'The channels that it is for; empty, all of them.' })
  channels!: Channel[];

  @Field(() => ID, { nullable: true, description: 'The only location that it is for; left out, all of them.' })
  locationId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: BASE })
  baseIncludes!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether service charges are taxed by it.' })
  onServiceCharge!: boolean;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateTaxRuleInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'As receipts call it, at most 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: RATE })
  rate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether prices have it in them.' })
  inclusive?: boolean | null;

  @Field(() => [String], { nullable: true, description: CLASSES })
  taxClasses?: string[] | null;

  @Field(() => [Channel], { nullable: true, description: 'The channels that it is for; empty, all of them.' })
  channels?: Channel[] | null;

  @Field(() => [ID], { nullable: true, description: BASE })
  baseIncludes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether service charges are taxed by it.' })
  onServiceCharge?: boolean | null;
}

const facts = {
  name: nameOf(60, 'Give it a name'),
  rate: z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'A rate is a number from 0 to 1, for example 0.095'),
  inclusive: z.boolean(),
  taxClasses: z.array(taxClassSchema).max(MOST_CLASSES, `At most ${MOST_CLASSES} tax classes`),
  channels: z.array(z.enum(Channel)).transform((all) => [...new Set(all)]),
  baseIncludes: z.array(z.uuid('A rule is named by a UUID')).max(20, 'At most 20 rules'),
  onServiceCharge: z.boolean(),
};
const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const createTaxRuleSchema = z.object({ ...facts, locationId: z.string().nullish() });

export const updateTaxRuleSchema = z.object({
  version: z.number().int(),
  name: named(facts.name),
  rate: named(facts.rate),
  inclusive: named(facts.inclusive),
  taxClasses: named(facts.taxClasses),
  channels: named(facts.channels),
  baseIncludes: named(facts.baseIncludes),
  onServiceCharge: named(facts.onServiceCharge),
});
