import { MinorUnits } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { clientId } from '../client-id/client-id.ts';

const OWN_ID = 'A UUIDv7 of your own, by which asking again changes nothing: the same content answers what is there.';

@InputType({ description: 'A new order.' })
export class OpenOrderInput {
  @Field(() => ID, { description: OWN_ID })
  id!: string;

  @Field(() => ID)
  locationId!: string;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => ID, { nullable: true, description: 'The table of the location at which its guests sit.' })
  tableId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many guests it is for, from 1 to 500.' })
  guests?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  note?: string | null;
}

@InputType({ description: 'An option that a guest has chosen.' })
export class ChosenOptionInput {
  @Field(() => ID)
  optionId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How often, from 1 to 99.' })
  quantity!: number;
}

@InputType({ description: 'An item that is ordered.' })
export class OrderLineInput {
  @Field(() => ID, { description: OWN_ID })
  id!: string;

  @Field(() => ID)
  itemId!: string;

  @Field(() => String, {
    defaultValue: '1',
    description: 'A decimal number above 0 and below 10,000 with at most 3 decimals.',
  })
  quantity!: string;

  @Field(() => [ChosenOptionInput], { defaultValue: [] })
  modifiers!: ChosenOptionInput[];

  @Field(() => Int, { nullable: true, description: 'The guest whose it is, from 1.' })
  seat?: number | null;

  @Field(() => Int, { nullable: true, description: 'The course with which it comes, from 1.' })
  course?: number | null;

  @Field(() => String, { nullable: true, description: 'For the kitchen, at most 200 characters.' })
  note?: string | null;
}

@InputType({ description: 'What to change on a line; what you leave out stays the same.' })
export class ChangeOrderLineInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'A decimal number above 0 and below 10,000.' })
  quantity?: string | null;

  @Field(() => Int, { nullable: true, description: 'null: the whole table.' })
  seat?: number | null;

  @Field(() => Int, { nullable: true, description: 'null: none.' })
  course?: number | null;

  @Field(() => String, { nullable: true, description: 'For the kitchen, at most 200 characters; null removes it.' })
  note?: string | null;
}

@InputType({ description: 'A percentage, or an amount: one of the two.' })
export class PortionInput {
  @Field(() => String, { description: 'As receipts call it, at most 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A decimal number from 0 to 100: 12.5 is 12.5 %.' })
  percent?: string | null;

  @Field(() => MinorUnits, { nullable: true, description: 'In minor units, not negative.' })
  amount?: number | null;
}

const note = z
  .string()
  .trim()
  .max(200, 'At most 200 characters')
  .transform((text) => text || null)
  .nullish();
const count = (most: number) => z.number().int().min(1, 'Counts from 1').max(most, `At most ${most}`);
const quantity = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,3})?$/, 'A quantity is a number such as 2 or 0.350')
  .refine((text) => /[1-9]/.test(text), 'A quantity is above 0')
  .transform(plain);
const where = { seat: count(500).nullish(), course: count(20).nullish(), note };

/** Without zeros that say nothing, so that 2.0 and 2 are the same. */
function plain(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${digits && `.${digits}`}`;
}

export const openOrderSchema = z.object({
  id: clientId,
  locationId: z.string(),
  channel: z.enum(Channel),
  tableId: z
    .string()
    .nullish()
    .transform((given) => given?.toLowerCase()),
  guests: count(500).nullish(),
  note,
});

export const orderLineSchema = z.object({
  id: clientId,
  itemId: z.string(),
  quantity,
  modifiers: z.array(z.object({ optionId: z.string(), quantity: count(99) })).max(50, 'At most 50 options'),
  ...where,
});

export const changeOrderLineSchema = z.object({
  version: z.number().int(),
  quantity: quantity.nullish().transform((given) => given ?? undefined),
  ...where,
});

export const reasonSchema = z.string().trim().min(1, 'Give a reason').max(200, 'At most 200 characters');

export const portionSchema = z
  .object({
    name: z.string().trim().min(1, 'Give it a name').max(60, 'At most 60 characters'),
    percent: z
      .string()
      .regex(/^(\d{1,2}(\.\d{1,4})?|100(\.0{1,4})?)$/, 'A percentage is a number from 0 to 100')
      .nullish(),
    amount: z.int().min(0, 'An amount is not negative').nullish(),
  })
  .refine(({ percent, amount }) => (percent == null) !== (amount == null), 'Give a percentage or an amount')
  .transform(({ name, percent, amount }) =>
    percent == null
      ? { name, kind: 'AMOUNT' as const, amount: amount ?? 0 }
      : { name, kind: 'PERCENT' as const, percent },
  );
