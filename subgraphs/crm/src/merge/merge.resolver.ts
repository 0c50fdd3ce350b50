import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { ContactVersionInput, Merge, MergeChoiceInput, MergeMove } from './merge.ts';
import { mergeContacts } from './merge-contacts.ts';
import { MergePreview, previewMerge } from './preview-merge.ts';
import { undoMerge } from './undo-merge.ts';

@Resolver(() => Merge)
class MergeResolver {
  @Allow('crm:read')
  @Query(() => MergePreview, {
    description: 'What a merge would make of contacts, and what it would move; it writes nothing.',
  })
  mergePreview(
    @Arg('primaryId', () => ID) primaryId: string,
    @Arg('otherIds', () => [ID], { description: 'At most 20.' }) otherIds: string[],
    @Ctx() ctx: Context,
    @Arg('choices', () => [MergeChoiceInput], { nullable: true, description: 'As for the merge itself.' })
    choices?: MergeChoiceInput[] | null,
  ): Promise<MergePreview> {
    return previewMerge(ctx, primaryId, { otherIds, choices });
  }

  @Allow('crm:write')
  @Mutation(() => Merge, {
    description:
      'Makes several contacts one. Notes, activities, partners, addresses, numbers, ids of other systems, tags and the timeline go to the primary contact, whoever must not be contacted is not, and the ids of the others go on resolving. It can be undone for 30 days.',
  })
  mergeContacts(
    @Arg('primaryId', () => ID) primaryId: string,
    @Arg('otherIds', () => [ID], { description: 'At most 20.' }) otherIds: string[],
    @Ctx() ctx: Context,
    @Arg('choices', () => [MergeChoiceInput], {
      nullable: true,
      description:
        'Whose value is taken, where it is not the one of the primary contact, or of the first that has one.',
    })
    choices?: MergeChoiceInput[] | null,
    @Arg('versions', () => [ContactVersionInput], {
      nullable: true,
      description: 'The versions you have seen; when one is different, it is a CONFLICT with those of now.',
    })
    versions?: ContactVersionInput[] | null,
  ): Promise<Merge> {
    return mergeContacts(ctx, { primaryId, otherIds, choices, versions });
  }

  @Allow('crm:write')
  @Mutation(() => Contact, {
    description:
      'Undoes a merge: each contact has again what was its own. What came since stays with the primary contact, and is listed in the merge. CONFLICT with the reason UNDONE_ALREADY, TOO_LATE or MERGED_SINCE when it cannot be.',
  })
  undoMerge(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Contact> {
    return undoMerge(ctx, id);
  }

  @FieldResolver(() => Contact, { description: 'The contact that stayed.' })
  async primary(@Root() { primaryId }: Merge, @Ctx() ctx: Context): Promise<Contact | undefined> {
    return (await loadAll(ctx, Contact, [primaryId]))[0];
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Contact], { description: 'Those that became part of it.' })
  others(@Root() { otherIds }: Merge, @Ctx() ctx: Context): Promise<Contact[]> {
    return loadAll(ctx, Contact, otherIds);
  }
}

const mergesOf: Batch<string, Merge[]> = async ({ em }, ids) => {
  const merges = await em.find(Merge, { primaryId: { $in: [...ids] } }, { orderBy: { id: 'desc' } });
  return ids.map((id) => merges.filter(({ primaryId }) => primaryId === id).slice(0, 20));
};

@Resolver(() => Contact)
class ContactMergesResolver {
  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The contact that it became part of; the id of this one goes on resolving.',
  })
  async mergedInto(@Root() { mergedIntoId }: Contact, @Ctx() ctx: Context): Promise<Contact | undefined> {
    return mergedIntoId ? (await loadAll(ctx, Contact, [mergedIntoId]))[0] : undefined;
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Merge], { description: 'What became part of it, newest first; at most 20.' })
  merges(@Root() { id }: Contact, @Ctx() ctx: Context): Promise<Merge[]> {
    return batched(ctx, id, mergesOf);
  }
}

export const mergePart = part(Merge, MergeMove, MergeResolver, ContactMergesResolver);
