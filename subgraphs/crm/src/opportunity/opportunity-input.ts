import { MoneyInput, priceSchema } from '@mycelium/kit/money';
import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { daySchema } from '../activity/activity-input.ts';
import { tagsSchema } from '../tag/tags.ts';

/** A thousand of these are still a sum that can be shown. */
const MOST_AMOUNT = 9_000_000_000_000;
const MOST_CONTACTS = 20;

const AMOUNT = 'What it is worth; not negative, and at most 9,000,000,000,000 in minor units.';
const CLOSE = 'The day on which it is expected to be won, for example 2026-12-24.';
const CONTACTS = `With whom it is, of the same book; at most ${MOST_CONTACTS}.`;
const REASON = 'Why it was won or lost, at most 500 characters; what is lost needs one.';

@InputType({ description: 'A new opportunity.' })
export class CreateOpportunityInput {
  @Field(() => ID, { description: 'In whose book it stands, too.' })
  pipelineId!: string;

  @Field(() => ID, { nullable: true, description: 'Of that pipeline; left out, its first one.' })
  stageId?: string | null;

  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string;

  @Field(() => MoneyInput, { nullable: true, description: AMOUNT })
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: CLOSE })
  expectedClose?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after it, by user id.' })
  ownerId?: string | null;

  @Field(() => [ID], { nullable: true, description: CONTACTS })
  contactIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'What to change; what you leave out stays the same, and null removes.' })
export class UpdateOpportunityInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  title?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: AMOUNT })
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: CLOSE })
  expectedClose?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after it, by user id.' })
  ownerId?: string | null;

  @Field(() => [ID], { nullable: true, description: `They replace those before. ${CONTACTS}` })
  contactIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: `Of one that is closed: why it was won or lost.` })
  reason?: string | null;
}

@InputType({ description: 'Where an opportunity goes.' })
export class MoveOpportunityInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => ID, { description: 'Also of another pipeline of the same book.' })
  stageId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The opportunity that it comes right below; left out, it is the first one of the stage.',
  })
  below?: string | null;

  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

const title = nameOf(200, 'Give it a title');
const reason = z
  .string()
  .trim()
  .max(500, 'At most 500 characters')
  .transform((given) => given || null)
  .nullish();
const facts = {
  amount: priceSchema
    .extend({
      amount: z.int().min(0, 'An amount is not negative').max(MOST_AMOUNT, 'An amount is at most 9,000,000,000,000'),
    })
    .nullish(),
  expectedClose: daySchema.nullish(),
  ownerId: z.uuid('A person is named by a UUID').nullish(),
  reason,
};
const contactIds = z
  .array(z.string())
  .transform((ids) => [...new Set(ids)])
  .refine((ids) => ids.length <= MOST_CONTACTS, `At most ${MOST_CONTACTS} contacts`)
  .nullish()
  .transform((ids) => ids ?? undefined);

export const createOpportunitySchema = z.object({
  pipelineId: z.string(),
  stageId: z.string().nullish(),
  title,
  contactIds,
  tags: tagsSchema.nullish().transform((list) => list ?? []),
  ...facts,
});

export const updateOpportunitySchema = z.object({
  version: z.number().int(),
  title: title.nullish().transform((given) => given ?? undefined),
  contactIds,
  tags: tagsSchema.nullish().transform((list) => list ?? undefined),
  ...facts,
});

export const moveOpportunitySchema = z.object({
  version: z.number().int(),
  stageId: z.string(),
  below: z.string().nullish(),
  reason,
});
