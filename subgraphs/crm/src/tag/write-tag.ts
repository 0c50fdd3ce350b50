import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, oneOf, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { tagCreated, tagRemoved, tagUpdated } from '@mycelium/schema/subgraphs/crm';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { feedOf } from '../side/side.ts';
import { retagViews } from '../view/retag-views.ts';
import { dropTag, insteadOf, notePlaces, putTagBack, replaceTags } from './carriers.ts';
import { Tag, TagColour, TagPlace } from './tag.ts';
import { keyOfTag } from './tag-key.ts';
import { tagSchema } from './tags.ts';

@InputType({ description: 'What to change of a tag; what you leave out stays the same.' })
export class UpdateTagInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => TagColour, { nullable: true })
  colour?: TagColour | null;
}

/** Views are no carriers: they filter by a tag. */
const VIEW = 'saved_view';
const MOST_OTHERS = 50;
const mergeSchema = z.object({
  otherIds: z.array(z.uuid('A tag is named by a UUID')).min(1, 'Name another tag').max(MOST_OTHERS, 'At most 50'),
});

/** Gives a tag another colour. */
export async function updateTag(ctx: Context, id: string, { version, colour }: UpdateTagInput): Promise<Tag> {
  const tag = await lockTag(ctx, id);
  checkVersion(tag, version);
  return change(ctx, tag, { colour: colour ?? undefined }, () => tell(ctx, tagUpdated, tag));
}

/** Renames a tag on all that carries it. Throws Conflict with the other one when there is a tag of this name: they are for `mergeTags`. */
export async function renameTag(ctx: Context, id: string, given: string, version: number): Promise<Tag> {
  const { name } = parseInput(z.object({ name: tagSchema }), { name: given }, []);
  const tag = await lockTag(ctx, id);
  checkVersion(tag, version);
  const { tenantId, side, name: before } = tag;
  const key = keyOfTag(name);
  const other = await ctx.em.findOne(Tag, { tenantId, side, key, removedAt: null, id: { $ne: id } });
  if (other)
    throw new Conflict('There is a tag of this name already; merge them.', {
      ...{ reason: 'TAG_EXISTS', tagId: other.id, name: other.name },
    });
  if (name === before) return unchanged(ctx, tag);
  await change(ctx, tag, { name, key });
  await replaceTags(ctx, tag, [before]);
  await retagViews(ctx, tag, before);
  tell(ctx, tagUpdated, tag);
  return tag;
}

/** Makes tags one: what carries one of the others carries `intoId`; `restoreTag` takes that back for each. Throws Invalid for tags of different books. */
export async function mergeTags(ctx: Context, intoId: string, others: readonly string[]): Promise<Tag> {
  const { otherIds } = parseInput(mergeSchema, { otherIds: others }, []);
  const ids = [...new Set(otherIds)].filter((id) => id !== intoId);
  if (ids.length === 0) throw new Invalid('Name another tag.', ['otherIds'], { reason: 'TOO_FEW', limit: 1 });
  const [into, ...rest] = (await lockTags(ctx, [intoId, ...ids])) as [Tag, ...Tag[]];
  if (rest.some(({ side }) => side !== into.side))
    throw new Invalid('These tags stand in different books.', ['otherIds'], { reason: 'DIFFERENT_BOOKS' });
  const names = rest.map(({ name }) => name);
  for (const other of rest) {
    await notePlaces(ctx, other, into);
    for (const rowId of await retagViews(ctx, into, other.name)) {
      const place = { tagId: other.id, insteadId: into.id, noun: VIEW, rowId, place: 1 };
      create(ctx, TagPlace, { side: other.side, ...place });
    }
  }
  await replaceTags(ctx, into, names);
  for (const other of rest) {
    await change(ctx, other, { removedAt: new Date() });
    tell(ctx, tagRemoved, other);
  }
  tell(ctx, tagUpdated, into);
  return into;
}

/** Takes a tag off all that carries it, and answers its id; it can be restored. */
export async function removeTag(ctx: Context, id: string): Promise<string> {
  const tag = await lockTag(ctx, id);
  await change(ctx, tag, { removedAt: new Date() });
  await dropTag(ctx, tag);
  tell(ctx, tagRemoved, tag);
  return id;
}

/** Puts a tag that was removed, or merged into another one, back where it was. If somebody has used its name since, that tag is the one that is put there, and answered. */
export async function restoreTag(ctx: Context, id: string): Promise<Tag> {
  const removed = await ctx.em.findOne(
    Tag,
    { id: oneOf([id]) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!removed) throw new NotFound('Tag', id);
  if (!removed.removedAt) return unchanged(ctx, removed);
  const { tenantId, side, key } = removed;
  const again = await ctx.em.findOne(
    Tag,
    { tenantId, side, key, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const tag = again ?? (await change(ctx, removed, { removedAt: null }));
  // Nobody renames what stands in its place until it is gone from there.
  const options = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const instead = await ctx.em.find(Tag, { id: oneOf(await insteadOf(ctx, id)), removedAt: null }, options);
  const views = await ctx.em.find(TagPlace, { tagId: id, noun: VIEW });
  const viewIds = views.map(({ rowId }) => rowId);
  for (const { name } of instead) await retagViews(ctx, tag, name, viewIds);
  await putTagBack(ctx, id, tag);
  for (const each of instead) tell(ctx, tagUpdated, each);
  tell(ctx, again ? tagUpdated : tagCreated, tag);
  return tag;
}

async function lockTag(ctx: Context, id: string): Promise<Tag> {
  const [tag] = await lockTags(ctx, [id]);
  return tag as Tag;
}

/** The tags in this order. Nobody writes something with one of them until the end of the transaction. */
async function lockTags({ em }: Context, ids: readonly string[]): Promise<Tag[]> {
  const options = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const found = await em.find(Tag, { id: oneOf(ids), removedAt: null }, options);
  return ids.map((id) => {
    const tag = found.find((each) => each.id === id);
    if (!tag) throw new NotFound('Tag', id);
    return tag;
  });
}

function checkVersion({ version }: Tag, seen: number): void {
  if (version !== seen)
    throw new Conflict(`Somebody has changed this Tag since; it is now at version ${version}.`, { version });
}

function tell(ctx: Context, type: typeof tagUpdated, tag: Tag): void {
  ctx.publish(type, { tagId: tag.id }, feedOf(tag));
}
