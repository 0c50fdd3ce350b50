import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { tagCreated, tagRemoved, tagUpdated } from '@mycelium/schema/subgraphs/crm';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { countCarriers } from './carriers.ts';
import { findTag, pageOfTags, TagFilter } from './find-tags.ts';
import { Tag, TagCount, TagPage, TagPlace } from './tag.ts';
import { TagChange, TagChangeKind } from './tag-change.ts';
import { mergeTags, removeTag, renameTag, restoreTag, UpdateTagInput, updateTag } from './write-tag.ts';

const kinds: ReadonlyMap<string, TagChangeKind> = new Map([
  [tagCreated.name, TagChangeKind.CREATED],
  [tagUpdated.name, TagChangeKind.UPDATED],
  [tagRemoved.name, TagChangeKind.REMOVED],
]);

const countsOf: Batch<Tag, TagCount[]> = async (ctx, tags) => tags.map(await countCarriers(ctx, tags));

@Resolver(() => Tag)
class TagResolver {
  @Allow('crm:read')
  @Query(() => Tag, { nullable: true, description: 'One tag; null if there is none with this id.' })
  tag(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Tag | undefined> {
    return findTag(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Tag, { description: 'Changes the colour of a tag.' })
  updateTag(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTagInput) input: UpdateTagInput,
    @Ctx() ctx: Context,
  ): Promise<Tag> {
    return updateTag(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => Tag, {
    description:
      'Renames a tag on everything that carries it. When another tag has this name, it is a CONFLICT with the reason TAG_EXISTS and its id: merge them instead.',
  })
  renameTag(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String, { description: 'At most 50 characters.' }) name: string,
    @Arg('version', () => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
    version: number,
    @Ctx() ctx: Context,
  ): Promise<Tag> {
    return renameTag(ctx, id, name, version);
  }

  @Allow('crm:write')
  @Mutation(() => Tag, {
    description:
      'Makes several tags one: what carries one of the others carries this one. The others are gone; `restoreTag` puts each back where it was.',
  })
  mergeTags(
    @Arg('intoId', () => ID, { description: 'The tag that stays.' }) intoId: string,
    @Arg('otherIds', () => [ID], { description: 'At most 50.' }) otherIds: string[],
    @Ctx() ctx: Context,
  ): Promise<Tag> {
    return mergeTags(ctx, intoId, otherIds);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a tag from everything that carries it; it can be restored.' })
  removeTag(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeTag(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Tag, {
    description:
      'Puts a tag back where it was before it was removed, or merged into another one, which goes from there. If its name is in use again, that tag is the one that is put there.',
  })
  restoreTag(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Tag> {
    return restoreTag(ctx, id);
  }

  @Follow(
    () => TagChange,
    [tagCreated, tagUpdated, tagRemoved],
    'crm:read',
    "Each change of the tenant's tags, as it happens; with `after`, starting with those since then.",
  )
  async tagChanged({ type, payload: { tagId } }: EventOf<typeof tagUpdated>, ctx: Context) {
    return { kind: kinds.get(type) ?? TagChangeKind.UPDATED, tagId, tag: await findTag(ctx, tagId) };
  }

  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [TagCount], { description: 'How many of each kind carry it, without what was removed.' })
  counts(@Root() tag: Tag, @Ctx() ctx: Context): Promise<TagCount[]> {
    return batched(ctx, tag, countsOf);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Tag): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantTagsResolver {
  @Allow('crm:read')
  @FieldResolver(() => TagPage, {
    description: 'The tags of its contacts, notes, activities and opportunities, by name.',
  })
  crmTags(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => TagFilter, { nullable: true }) filter?: TagFilter,
  ): Promise<TagPage> {
    return pageOfTags(ctx, tenant.id, filter ?? {}, { first, after });
  }
}

export const tagPart = part(Tag, TagPlace, ...[TagResolver, TenantTagsResolver]);
