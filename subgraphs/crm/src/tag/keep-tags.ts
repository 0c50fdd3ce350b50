import type { Context } from '@mycelium/kit/context';
import { Conflict } from '@mycelium/kit/errors';
import { tagCreated } from '@mycelium/schema/subgraphs/crm';
import { feedOf, type SidedRow } from '../side/side.ts';
import { keyOfTag } from './tag-key.ts';

type Book = Pick<SidedRow, 'side' | 'tenantId'>;

/**
 * The tags of something that is written, as they stand in its book; what nobody has used before becomes a tag. Nobody renames or
 * removes them until the transaction ends, so it comes before whatever else the transaction locks.
 */
export async function keepTags(ctx: Context, book: Book, names: readonly string[]): Promise<string[]> {
  const { standing, added } = await holdAll(ctx, book, names);
  for (const tagId of added) ctx.publish(tagCreated, { tagId }, feedOf(book));
  return asTheyStand(names, standing);
}

/**
 * The same of the tags of many rows, by what each is known; whoever watches is told of the last one that is new. Rows that this
 * transaction writes into this book have only such tags from now on, so that the database does not look for those of each.
 */
export async function keepAllTags(
  ctx: Context,
  book: Book,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { standing, added } = await holdAll(ctx, book, [...new Set(names)]);
  const last = added.at(-1);
  if (last) ctx.publish(tagCreated, { tagId: last }, feedOf(book));
  await ctx.em.execute(`select set_config('crm.tags_held', ?, true)`, [`${book.tenantId} ${book.side}`]);
  return standing;
}

/** Names as their tags stand, each once. */
export function asTheyStand(names: readonly string[], standing: ReadonlyMap<string, string>): string[] {
  return [...new Set(names.map((name) => standing.get(keyOfTag(name)) ?? name))];
}

async function holdAll(ctx: Context, book: Book, names: readonly string[]) {
  const given = names.map((name) => ({ key: keyOfTag(name), name }));
  const added: string[] = [];
  if (given.length === 0) return { standing: new Map<string, string>(), added };
  // A tag that was renamed while it was waited for is one that is missing.
  for (let attempt = 0; attempt < 3; attempt++) {
    const standing = await holdTags(ctx, book, given);
    const missing = given.filter(({ key }) => !standing.has(key));
    if (missing.length === 0) return { standing, added };
    added.push(...(await addTags(ctx, book, missing)));
  }
  throw new Conflict('Somebody is renaming these tags.', { reason: 'TAG_CHANGING' });
}

async function holdTags({ em }: Context, { tenantId, side }: Book, given: readonly object[]) {
  const rows = await em.execute<{ key: string; name: string }[]>(
    `select key, name from crm.tag
     where tenant_id = ? and side = ? and removed_at is null
       and key in (select key from jsonb_to_recordset(?::jsonb) as given (key text))
     order by id for key share`,
    [tenantId, side, JSON.stringify(given)],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

async function addTags(ctx: Context, book: Book, missing: readonly object[]): Promise<string[]> {
  const { tenantId, side } = book;
  const added = await ctx.em.execute<{ id: string }[]>(
    `insert into crm.tag (id, tenant_id, side, name, key, colour)
     select gen_random_uuid(), ?, ?, name, key, 'GREY' from jsonb_to_recordset(?::jsonb) as given (key text, name text) order by key
     on conflict (tenant_id, side, key) where removed_at is null do nothing
     returning id`,
    [tenantId, side, JSON.stringify(missing)],
  );
  return added.map(({ id }) => id);
}
