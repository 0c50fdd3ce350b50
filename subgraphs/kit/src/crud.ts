import { type EntityClass, type FilterQuery, type RequiredEntityData } from '@mikro-orm/core';
import type { Row } from '@mycelium/database/row';
import { validate as isUuid } from 'uuid';
import type { Context } from './context.ts';
import { Conflict, NotFound } from './errors.ts';

/** The row, or undefined when the viewer's tenant has none with this id. */
export async function find<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  id: string,
): Promise<Noun | undefined> {
  if (!isUuid(id)) return undefined;
  return (await ctx.em.findOne(noun, { id } as FilterQuery<Noun>)) ?? undefined;
}

/** The row; throws NotFound when the viewer's tenant has none with this id. */
export async function read<Noun extends Row>(ctx: Context, noun: EntityClass<Noun>, id: string): Promise<Noun> {
  const row = await find(ctx, noun, id);
  if (!row) throw new NotFound(noun.name, id);
  return row;
}

/** The condition for rows with one of these ids; what is no UUID is the id of none. */
export function oneOf(ids: readonly string[]): { $in: string[] } {
  return { $in: ids.filter((id) => isUuid(id)) };
}

/** A new row in the viewer's tenant, written with the transaction. */
export function create<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  data: Omit<RequiredEntityData<Noun>, 'tenantId'>,
): Noun {
  return ctx.em.create(noun, { ...data, tenantId: ctx.viewer.tenantId } as RequiredEntityData<Noun>);
}

/** Changes the row if it still has this version, which the write itself checks once more; throws NotFound, or Conflict with the version it has now. Properties that are undefined stay. */
export async function update<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  { id, version }: { id: string; version: number },
  patch: Partial<Noun>,
): Promise<Noun> {
  const row = await read(ctx, noun, id);
  if (row.version !== version) throw stale(noun.name, row);
  return change(ctx, row, patch);
}

/** Changes a row that is at hand and flushes, so that it carries its new version. */
export async function change<Noun extends Row>(ctx: Context, row: Noun, patch: Partial<Noun>): Promise<Noun> {
  for (const [key, value] of Object.entries(patch)) if (value !== undefined) Object.assign(row, { [key]: value });
  await ctx.em.flush();
  return row;
}

function stale(noun: string, row: Row): Conflict {
  return new Conflict(`This ${noun} was changed meanwhile; it is at version ${row.version} now.`, {
    version: row.version,
  });
}
