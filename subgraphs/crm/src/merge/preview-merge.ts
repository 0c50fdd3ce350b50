import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Contact, ContactKind, DoNotContact } from '../contact/contact.ts';
import { type MergeChoiceInput, mergeSchema } from './merge.ts';
import { checkBook, choiceOf, inOrder, othersIn } from './merge-contacts.ts';
import { countRows } from './move-rows.ts';
import { columnsOf, mergedState } from './state.ts';

@ObjectType({ description: 'How many of something would go to the primary contact.' })
export class MergeMoves {
  @Field(() => String, { description: 'For example note, activity, timeline_entry, contact_mail or contact_phone.' })
  what!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What contacts would be as one, and what would move; nothing was written.' })
export class MergePreview {
  @Field(() => ContactKind)
  kind!: ContactKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  company?: string | null;

  @Field(() => String, { nullable: true })
  role?: string | null;

  @Field(() => String, { nullable: true })
  department?: string | null;

  @Field(() => ID, { nullable: true, description: 'By user id.' })
  ownerId?: string | null;

  @Field(() => [String], { description: 'Those of all of them.' })
  tags!: string[];

  @Field(() => DoNotContact, { nullable: true, description: 'The stricter consent stays.' })
  doNotContact?: DoNotContact | null;

  @Field(() => [MergeMoves], {
    description: 'What would go to the primary contact; what there is none of is left out.',
  })
  moves!: MergeMoves[];
}

/** What a merge would make, without making it. Throws as the merge does. */
export async function previewMerge(
  ctx: Context,
  primaryId: string,
  order: { otherIds: readonly string[]; choices?: readonly MergeChoiceInput[] | null },
): Promise<MergePreview> {
  const { otherIds, choices } = parseInput(mergeSchema, order, []);
  const ids = [primaryId, ...othersIn(otherIds, primaryId)];
  const [primary, ...others] = inOrder(await ctx.em.find(Contact, { id: oneOf(ids) }), ids);
  if (!primary) throw new NotFound('Contact', primaryId);
  checkBook(primary, others);
  const state = mergedState(ctx, primary, others, choiceOf([primary, ...others], choices ?? []));
  const { doNotContact } = columnsOf(ctx, { barred: state.barred });
  const moves = await countRows(ctx, primary, ids.slice(1));
  return { ...state, doNotContact: doNotContact ?? null, moves };
}
