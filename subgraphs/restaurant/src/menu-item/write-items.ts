import { LockMode, ref } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { isSo, oneOf, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { menuItemMoved, menuItemUpdated, menuSectionUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { MenuSection } from '../menu-section/menu-section.ts';
import { MenuItem } from './menu-item.ts';
import {
  arrangementSchema,
  idsSchema,
  type MenuItemPriceInput,
  pricesSchema,
  type SectionItemsInput,
} from './menu-items.ts';
import { madeAvailable, tellReasons } from './sold-out.ts';

/** Gives all of these items their new prices, or none when one of them was changed since it was seen. */
export async function setPrices(ctx: Context, input: readonly MenuItemPriceInput[]): Promise<MenuItem[]> {
  const prices = parseInput(pricesSchema, input, ['prices']);
  const items = await readItems(
    ctx,
    prices.map(({ itemId }) => itemId),
  );
  const stale = items.filter((item, place) => item.version !== prices[place]?.version).map(({ id }) => id);
  if (stale.length > 0) throw new Conflict(`${stale.length} of these items have been changed since.`, { ids: stale });
  const changed = items.filter((item, place) => !isSo(item.price, { ...prices[place]?.price }));
  for (const [place, item] of items.entries()) Object.assign(item.price, prices[place]?.price);
  if (changed.length === 0) return unchanged(ctx, items);
  await ctx.em.flush();
  for (const item of changed) ctx.publish(menuItemUpdated, { itemId: item.id, sectionId: item.section.id });
  return items;
}

/** Says of all of these that they are sold out, or back; what is so already stays as it is. */
export async function setAvailabilities(ctx: Context, ids: readonly string[], available: boolean): Promise<MenuItem[]> {
  const items = await readItems(ctx, parseInput(idsSchema, ids, ['ids']), LockMode.PESSIMISTIC_WRITE);
  const changed = items
    .filter((item) => !isSo(item, madeAvailable(item, available)))
    .map((item) => ({ item, wasAvailable: item.available }));
  if (changed.length === 0) return unchanged(ctx, items);
  for (const { item } of changed) Object.assign(item, madeAvailable(item, available));
  await ctx.em.flush();
  for (const { item, wasAvailable } of changed) tellReasons(ctx, item, wasAvailable);
  return items;
}

/** Gives these sections their items in these orders; together they must name all that the sections have, each once. */
export async function arrangeItems(ctx: Context, input: readonly SectionItemsInput[]): Promise<MenuSection[]> {
  const wanted = parseInput(arrangementSchema, input, ['sections']);
  const sections = await readSections(
    ctx,
    wanted.map(({ sectionId }) => sectionId),
  );
  const items = await ctx.em.find(
    MenuItem,
    { section: { $in: sections }, removedAt: null },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  const named = wanted.flatMap(({ itemIds }) => itemIds);
  if (named.length !== items.length || named.some((id) => !byId.has(id)))
    throw new Invalid('Name every item of these sections, each once.', ['sections'], { reason: 'LIST_CHANGED' });

  const before = sections.map((section) => items.filter((item) => item.section.id === section.id).map(({ id }) => id));
  const isOther = (place: number) => before[place]?.join() !== wanted[place]?.itemIds.join();
  const touched = sections.filter((_, place) => isOther(place));
  if (touched.length === 0) return unchanged(ctx, sections);

  const moved: MenuItem[] = [];
  const left = new Set<MenuSection>();
  for (const [place, section] of sections.entries()) {
    for (const [position, id] of (wanted[place]?.itemIds ?? []).entries()) {
      const item = byId.get(id);
      if (!item || (item.section.id === section.id && item.position === position)) continue;
      if (item.section.id !== section.id) {
        left.add(sections.find(({ id: from }) => from === item.section.id) ?? section);
        item.section = ref(section);
      }
      item.position = position;
      moved.push(item);
    }
  }
  await ctx.em.flush();
  for (const [place, section] of sections.entries()) {
    if (!isOther(place)) continue;
    record(ctx, {
      ...{ action: 'arrangeMenuItems', kind: 'UPDATED', noun: 'MenuSection', nounId: section.id, name: section.names },
      ...{ before: { items: before[place] }, after: { items: wanted[place]?.itemIds } },
    });
  }
  for (const item of moved) ctx.publish(menuItemMoved, { itemId: item.id, sectionId: item.section.id });
  // Of a move the readers learn where the item is now, and so of a section by itself that something has left it.
  for (const section of left) ctx.publish(menuSectionUpdated, { sectionId: section.id, menuId: section.menu.id });
  return sections;
}

/** The items in this order; throws NotFound for the first that is not there or was removed. */
async function readItems(
  ctx: Context,
  ids: readonly string[],
  lockMode?: LockMode.PESSIMISTIC_WRITE,
): Promise<MenuItem[]> {
  const where = { id: oneOf(ids), removedAt: null };
  const items = await ctx.em.find(MenuItem, where, {
    orderBy: { id: 'asc' },
    lockMode,
    refresh: lockMode !== undefined,
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.map((id) => byId.get(id) ?? missing('MenuItem', id));
}

async function readSections(ctx: Context, ids: readonly string[]): Promise<MenuSection[]> {
  const sections = await ctx.em.find(MenuSection, { id: oneOf(ids), removedAt: null });
  const byId = new Map(sections.map((section) => [section.id, section]));
  return ids.map((id) => byId.get(id) ?? missing('MenuSection', id));
}

function missing(noun: string, id: string): never {
  throw new NotFound(noun, id);
}
