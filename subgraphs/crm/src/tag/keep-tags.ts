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
  const given = names.map((name) => ({ key: keyOfTag(name), name }));
  if (given.length === 0) return [];
  // A tag that was renamed while it was waited for is one that is missing.
  for (let attempt = 0; attempt < 3; attempt++) {
    const known = await holdTags(ctx, book, given);
    const missing = given.filter(({ key }) => !known.has(key));
    if (missing.length === 0) return [...new Set(given.map(({ key, name }) => known.get(key) ?? name))];
    await addTags(ctx, book, missing);
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

async function addTags(ctx: Context, book: Book, missing: readonly object[]): Promise<void> {
  const { tenantId, side } = book;
  const added = await ctx.em.execute<{ id: string }[]>(
    `insert into crm.tag (id, tenant_id, side, name, key, colour)
     select gen_random_uuid(), ?, ?, name, key, 'GREY' from jsonb_to_recordset(?::jsonb) as given (key text, name text) order by key
     on conflict (tenant_id, side, key) where removed_at is null do nothing
     returning id`,
    [tenantId, side, JSON.stringify(missing)],
  );
  for (const { id } of added) ctx.publish(tagCreated, { tagId: id }, feedOf(book));
}
