import type { FilterQuery } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, InputType } from 'type-graphql';
import { Side } from '../side/side.ts';
import { Tag, TagColour, type TagPage } from './tag.ts';
import { keyOfTag } from './tag-key.ts';

@InputType({ description: 'Which tags; what is left out does not matter.' })
export class TagFilter {
  @Field(() => Side, { nullable: true, description: 'Of which book.' })
  side?: Side | null;

  @Field(() => String, { nullable: true, description: 'How their name begins.' })
  begins?: string | null;

  @Field(() => [TagColour], { nullable: true })
  colours?: TagColour[] | null;
}

/** The tag, unless it was removed. */
export async function findTag(ctx: Context, id: string): Promise<Tag | undefined> {
  const tag = await find(ctx, Tag, id);
  return tag?.removedAt ? undefined : tag;
}

/** A page of a tenant's tags, by name. */
export function pageOfTags(
  ctx: Context,
  tenantId: string,
  { side, begins, colours }: TagFilter,
  range: PageArgs,
): Promise<TagPage> {
  const start = keyOfTag(begins ?? '');
  const where = {
    ...{ tenantId, removedAt: null },
    ...(side && { side }),
    ...(colours && { colour: { $in: colours } }),
    ...(start && { key: { $like: `${start.replace(/[\\%_]/g, '\\$&')}%` } }),
  };
  return page(ctx, Tag, where as FilterQuery<Tag>, range, { key: 'asc', id: 'asc' });
}

/** The condition for what carries a tag, however somebody writes it: as it stands in one of the two books. */
export async function carries({ em }: Context, tenantId: string, tag: string): Promise<object> {
  const known = await em.find(Tag, { tenantId, key: keyOfTag(tag), removedAt: null }, { fields: ['name'] });
  return { tags: { $overlap: [...new Set([tag, ...known.map(({ name }) => name)])] } };
}
