import { MinorUnits } from '@mycelium/schema/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { clientId } from '../client-id/client-id.ts';
import { orderLineSchema, reasonSchema } from '../order/order-input.ts';

const MOST_LINES = 500;

@InputType({ description: 'How much of a line is refunded.' })
export class RefundLineInput {
  @Field(() => ID)
  lineId!: string;

  @Field(() => String, { defaultValue: '1', description: 'A decimal number: at most what is left of it.' })
  quantity!: string;
}

@InputType({ description: 'What is refunded of an order: lines or an amount, with some of the tip, or the tip alone.' })
export class RefundInput {
  @Field(() => ID, {
    description: 'A UUIDv7 of your own, by which asking again changes nothing: the same content answers what is there.',
  })
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => [RefundLineInput], { nullable: true, description: 'These lines, with their taxes and service charge.' })
  lines?: RefundLineInput[] | null;

  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Or this much in minor units, of all that is left the same part.',
  })
  amount?: number | null;

  @Field(() => MinorUnits, {
    nullable: true,
    description: 'How much of the tip, in minor units; beside the rest, or alone.',
  })
  tip?: number | null;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The open cash session in which it is given back; needed where some of it was paid in cash.',
  })
  sessionId?: string | null;
}

const refunded = {
  lines: z
    .array(z.object({ lineId: z.string().toLowerCase(), quantity: orderLineSchema.shape.quantity }))
    .min(1, 'Name at least one line')
    .max(MOST_LINES, `At most ${MOST_LINES} lines`)
    .nullish()
    .transform((lines) => lines ?? null),
  amount: z
    .int()
    .min(1, 'An amount is above 0')
    .nullish()
    .transform((amount) => amount ?? null),
  // Left out where none is given: what was made of an input before there were tips stays the same.
  tip: z
    .int()
    .min(1, 'An amount is above 0')
    .nullish()
    .transform((tip) => tip ?? undefined),
};

interface Refunded {
  lines: unknown[] | null;
  amount: number | null;
  tip?: number;
}

const isOneKind = ({ lines, amount }: Refunded) => lines === null || amount === null;
const isSomething = ({ lines, amount, tip }: Refunded) => lines !== null || amount !== null || tip !== undefined;

/** What of an order is refunded. */
export const refundedSchema = z
  .object(refunded)
  .refine(isOneKind, 'Give lines or an amount')
  .refine(isSomething, 'Give lines, an amount or a tip');

export const refundSchema = z
  .object({
    id: clientId,
    orderId: z.string(),
    ...refunded,
    reason: reasonSchema,
    sessionId: z
      .string()
      .nullish()
      .transform((given) => given ?? null),
  })
  .refine(isOneKind, 'Give lines or an amount')
  .refine(isSomething, 'Give lines, an amount or a tip');
