import { MinorUnits } from '@mycelium/schema/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { clientId } from '../client-id/client-id.ts';
import { ExternalTender } from './payment.ts';

const OWN_ID = 'A UUIDv7 of your own, by which asking again changes nothing: the same content answers what is there.';

@InputType({ description: 'Cash that was handed over for an order.' })
export class RecordCashInput {
  @Field(() => ID, { description: OWN_ID })
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => MinorUnits, {
    nullable: true,
    description: 'How much of the order it pays, in minor units; null, as much as was handed over and is due.',
  })
  amount?: number | null;

  @Field(() => MinorUnits, { description: 'What was handed over, with the tip, in minor units.' })
  tendered!: number;

  @Field(() => MinorUnits, { defaultValue: 0, description: 'What of it is a tip, in minor units.' })
  tip!: number;

  @Field(() => ID, { description: 'The open cash session whose drawer takes it.' })
  sessionId!: string;
}

@InputType({ description: 'What another system took for an order.' })
export class RecordExternalInput {
  @Field(() => ID, { description: OWN_ID })
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => MinorUnits, { description: 'How much of the order it pays, in minor units: at most what is due.' })
  amount!: number;

  @Field(() => MinorUnits, { defaultValue: 0, description: 'What was given beside it as a tip, in minor units.' })
  tip!: number;

  @Field(() => ExternalTender)
  kind!: ExternalTender;

  @Field(() => String, { nullable: true, description: 'What that system calls it, at most 100 characters.' })
  reference?: string | null;

  @Field(() => ID, { nullable: true, description: 'The open cash session in whose report it is.' })
  sessionId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'false: that system has only promised the money. Its tip can be changed until it is captured, at the latest with its cash session.',
  })
  captured!: boolean;
}

const positive = z.int().min(1, 'An amount is above 0');
export const tipSchema = z.int().min(0, 'A tip is not negative');

export const recordCashSchema = z.object({
  id: clientId,
  orderId: z.string(),
  amount: positive.nullish().transform((given) => given ?? null),
  tendered: positive,
  tip: tipSchema,
  sessionId: z.string(),
});

export const recordExternalSchema = z.object({
  id: clientId,
  orderId: z.string(),
  amount: positive,
  tip: tipSchema,
  kind: z.enum(ExternalTender),
  reference: z
    .string()
    .trim()
    .max(100, 'At most 100 characters')
    .nullish()
    .transform((text) => text || null),
  // Left out where it is so: what was made of an input before it could be named stays the same.
  captured: z.boolean().transform((captured) => (captured ? undefined : false)),
  sessionId: z
    .string()
    .nullish()
    .transform((given) => given ?? null),
});
