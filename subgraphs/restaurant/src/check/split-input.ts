import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { clientId } from '../client-id/client-id.ts';

export enum SplitBy {
  BY_ITEM = 'BY_ITEM',
  BY_SEAT = 'BY_SEAT',
  EVENLY = 'EVENLY',
}
registerEnumType(SplitBy, {
  name: 'SplitBy',
  description: 'How an order is split.',
  valuesConfig: {
    BY_ITEM: { description: 'Each check says which lines it takes, and how much of them.' },
    BY_SEAT: {
      description: 'Each check has its seats; what was ordered for the whole table is shared by all of them.',
    },
    EVENLY: { description: 'In equal checks, which differ by at most one minor unit.' },
  },
});

@InputType({ description: 'What a check takes of a line.' })
export class SplitLineInput {
  @Field(() => ID)
  lineId!: string;

  @Field(() => String, { nullable: true, description: 'A decimal number above 0; left out, all that is left of it.' })
  quantity?: string | null;
}

@InputType({ description: 'A check that is split off; what no check takes stays on the order.' })
export class SplitCheckInput {
  @Field(() => ID, {
    description: 'A UUIDv7 of your own for the new order, by which asking again changes nothing.',
  })
  id!: string;

  @Field(() => [SplitLineInput], { defaultValue: [], description: 'BY_ITEM: what it takes, at most 100 lines.' })
  lines!: SplitLineInput[];

  @Field(() => [Int], { defaultValue: [], description: 'BY_SEAT: its seats, from 1.' })
  seats!: number[];
}

/** A split as it is asked for. */
export interface Asked {
  by: SplitBy;
  parts?: number | null;
  checks: SplitCheckInput[];
}

const MOST_CHECKS = 50;

const quantity = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,3})?$/, 'A quantity is a number such as 2 or 0.350')
  .refine((text) => /[1-9]/.test(text), 'A quantity is above 0');

export const splitSchema = z.object({
  by: z.enum(SplitBy),
  parts: z.number().int().min(2, 'At least 2').max(MOST_CHECKS, `At most ${MOST_CHECKS}`).nullish(),
  checks: z
    .array(
      z.object({
        id: clientId,
        lines: z
          .array(z.object({ lineId: z.string().toLowerCase(), quantity: quantity.nullish() }))
          .max(100, 'At most 100 lines'),
        seats: z.array(z.number().int().min(1, 'Counts from 1').max(500, 'At most 500')).max(100, 'At most 100 seats'),
      }),
    )
    .max(MOST_CHECKS - 1, `At most ${MOST_CHECKS - 1} checks`),
});

export type Split = z.output<typeof splitSchema>;
