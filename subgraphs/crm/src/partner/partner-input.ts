import { moneySchema } from '@mycelium/kit/money';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { PartnerStatus } from './partner.ts';

@InputType({ description: 'A contact who becomes a partner.' })
export class RegisterPartnerInput {
  @Field(() => ID, { description: "Of the tenant's own book." })
  contactId!: string;

  @Field(() => String, { description: 'Yours, for this registration: the same key again answers the same partner.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdatePartnerInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => PartnerStatus, { nullable: true })
  status?: PartnerStatus | null;
}

const key = z.string().min(1, 'A key has at least 1 character').max(200, 'A key has at most 200 characters');

export const registerPartnerSchema = z.object({ contactId: z.string(), idempotencyKey: key });

export const updatePartnerSchema = z.object({
  version: z.number().int(),
  status: z
    .enum(PartnerStatus)
    .nullish()
    .transform((status) => status ?? undefined),
});

export const rateSchema = z.object({
  ratePercent: z
    .number()
    .min(0, 'A rate is from 0 to 100 percent')
    .max(100, 'A rate is from 0 to 100 percent')
    .refine((rate) => Number(rate.toFixed(4)) === rate, 'A rate has at most 4 decimals'),
  idempotencyKey: key,
});

export const payoutSchema = z.object({
  amount: moneySchema.extend({ amount: z.int().min(1, 'A payout is at least 1') }),
  idempotencyKey: key,
});
