import { isDeepStrictEqual } from 'node:util';
import { type EntityClass, type FilterQuery, type RequiredEntityData, wrap } from '@mikro-orm/core';
import type { Row } from '@mycelium/database/row';
import { validate as isUuid } from 'uuid';
import { ownTenant } from './allow.ts';
import { noteTold } from './audit-trail.ts';
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

/** A new row in the viewer's tenant, written with the transaction; throws Forbidden for who has chosen none. */
export function create<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  data: Omit<RequiredEntityData<Noun>, 'tenantId'>,
): Noun {
  return ctx.em.create(noun, { ...data, tenantId: ownTenant(ctx) } as RequiredEntityData<Noun>);
}

/** Changes the row if it still has this version, which the write itself checks once more; throws NotFound, or Conflict with the version it has now. Otherwise as `change`. */
export async function update<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  { id, version }: { id: string; version: number },
  patch: Partial<Noun>,
  tell?: (row: Noun) => void,
): Promise<Noun> {
  const row = await read(ctx, noun, id);
  checkVersion(row, version);
  return change(ctx, row, patch, tell);
}

/**
 * Changes a row that is at hand and flushes, so that it carries its new version; then `tell` is called. Properties that are
 * undefined stay. Where that changes nothing, the version stays, nothing is published, and nothing is recorded.
 */
export async function change<Noun extends Row>(
  ctx: Context,
  row: Noun,
  patch: Partial<Noun>,
  tell?: (row: Noun) => void,
): Promise<Noun> {
  const before = row.version;
  for (const [key, value] of Object.entries(patch))
    if (value !== undefined && !isKept(row, key, value)) Object.assign(row, { [key]: value });
  await ctx.em.flush();
  if (row.version === before) return unchanged(ctx, row);
  tell?.(row);
  return row;
}

/** The row as it is, for a mutation that finds nothing to do: it is not recorded either. */
export function unchanged<Noun>(ctx: Context, row: Noun): Noun {
  noteTold(ctx);
  return row;
}

/** Whether all that a patch names is so already; what is undefined stays, and does not count. */
export function isSo<Noun extends object>(known: Noun, patch: Partial<Noun>): boolean {
  return Object.entries(patch).every(
    ([key, value]) => value === undefined || isDeepStrictEqual(Reflect.get(known, key), value),
  );
}

/** Whether a property has this value; in `json` the order of an object's keys counts, in `jsonb` the database gives them its own. */
function isKept(row: Row, key: string, value: unknown): boolean {
  const now: unknown = Reflect.get(row, key);
  if (!isDeepStrictEqual(now, value)) return false;
  const isOrdered = Reflect.get(wrap(row, true).__meta.properties, key)?.columnTypes?.[0] === 'json';
  return !isOrdered || JSON.stringify(now) === JSON.stringify(value);
}

/** Throws Conflict, with the version that it has now, where a row is not as somebody has seen it. */
export function checkVersion(row: Row, version: number): void {
  if (row.version === version) return;
  const noun = wrap(row, true).__meta.className;
  throw new Conflict(`Somebody has changed this ${noun} since; it is now at version ${row.version}.`, {
    version: row.version,
  });
}
