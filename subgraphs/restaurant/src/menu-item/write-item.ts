import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { change, create, find, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { stillShown } from '@mycelium/kit/pictures/still-shown';
import { loadAll } from '@mycelium/kit/reference';
import { menuItemAdded, menuItemMoved, menuItemRemoved, menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { checkHoursThere } from '../day-part/write-day-part.ts';
import type { MenuSection } from '../menu-section/menu-section.ts';
import { withOffer } from '../menu-section/with-offer.ts';
import { readSection } from '../menu-section/write-section.ts';
import { holdChoices, withChoices } from '../modifier-group/choices.ts';
import { ModifierGroup } from '../modifier-group/modifier-group.ts';
import { lockItem, readItem } from './find-item.ts';
import {
  type CreateMenuItemInput,
  createMenuItemSchema,
  MenuItem,
  type UpdateMenuItemInput,
  updateMenuItemSchema,
} from './menu-item.ts';
import { madeAvailable, SoldOutReason, tellReasons, withReason } from './sold-out.ts';

/** A new item, last in its section; the one that is there already when the id that was chosen has one. */
export async function createItem(ctx: Context, input: CreateMenuItemInput): Promise<MenuItem> {
  const { id, sectionId, name, description, modifierGroupIds, available, ...facts } = parseInput(
    createMenuItemSchema,
    input,
  );
  const known = id ? await find(ctx, MenuItem, id) : undefined;
  if (known) return known;
  const section = await readSection(ctx, sectionId);
  const [last] = await ctx.em.find(MenuItem, { section }, { orderBy: { position: 'desc' }, limit: 1 });
  const item = create(ctx, MenuItem, {
    ...facts,
    ...(id ? { id } : {}),
    names: name,
    descriptions: description,
    section,
    ...withReason({ soldOutFor: [] }, SoldOutReason.BY_HAND, !available),
    position: (last?.position ?? -1) + 1,
  });
  if (modifierGroupIds.length > 0) Object.assign(item, await withGroups(ctx, item, modifierGroupIds));
  await ctx.em.flush().catch((error: unknown) => {
    // Another call of the same tenant took the id at this very moment.
    throw error instanceof UniqueConstraintViolationException ? new Conflict('This id already exists.') : error;
  });
  ctx.publish(menuItemAdded, { itemId: item.id, sectionId: section.id });
  return item;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateItem(ctx: Context, id: string, input: UpdateMenuItemInput): Promise<MenuItem> {
  const { version, name, description, price, allergens, modifierGroupIds, taxClass, channels, dayPartIds, ...facts } =
    parseInput(updateMenuItemSchema, input);
  const item = await readItem(ctx, id);
  const wasAvailable = item.available;
  return update(
    ctx,
    MenuItem,
    { id, version },
    {
      names: name ?? undefined,
      descriptions: description ?? undefined,
      price: price ?? undefined,
      allergens: allergens ?? undefined,
      taxClass: taxClass ?? undefined,
      ...(await withOffer(ctx, { channels, dayPartIds })),
      ...(facts as Pick<MenuItem, 'calories' | 'imageUrl'>),
      ...(modifierGroupIds && (await withGroups(ctx, item, modifierGroupIds))),
    },
    () => {
      ctx.publish(menuItemUpdated, { itemId: item.id, sectionId: item.section.id });
      if (item.available !== wasAvailable) tellReasons(ctx, item, wasAvailable);
    },
  );
}

/** What of an item is changed by the groups that it is to have. */
async function withGroups(ctx: Context, item: MenuItem, groupIds: string[]) {
  await holdChoices(ctx);
  const groups = await loadAll(ctx, ModifierGroup, groupIds);
  const unknown = groupIds.findIndex((id) => !groups.some((group) => group.id === id && !group.removedAt));
  if (unknown >= 0)
    throw new Invalid('There is no such group.', ['input', 'modifierGroupIds', unknown], { reason: 'UNKNOWN' });
  return {
    modifierGroups: groupIds,
    ...(await withChoices(ctx, { soldOutFor: item.soldOutFor, modifierGroups: groupIds })),
  };
}

/** Sold out, or back; asks for no version, so that the kitchen's word always counts. */
export async function setAvailability(ctx: Context, id: string, available: boolean): Promise<MenuItem> {
  const item = await lockItem(ctx, id);
  const wasAvailable = item.available;
  return change(ctx, item, madeAvailable(item, available), () => tellReasons(ctx, item, wasAvailable));
}

/** Gives a section's items this order; they must be all of its items, each once. */
export async function reorderItems(ctx: Context, sectionId: string, itemIds: readonly string[]): Promise<MenuSection> {
  const section = await readSection(ctx, sectionId);
  const items = await ctx.em.find(MenuItem, { section, removedAt: null });
  const byId = new Map(items.map((item) => [item.id, item]));
  if (
    itemIds.length !== items.length ||
    new Set(itemIds).size !== items.length ||
    itemIds.some((id) => !byId.has(id))
  ) {
    throw new Invalid('Name every item of the section, each once.', ['itemIds'], { reason: 'LIST_CHANGED' });
  }
  const moved = items.filter((item) => item.position !== itemIds.indexOf(item.id));
  if (moved.length === 0) return unchanged(ctx, section);
  const before = items.toSorted((one, other) => one.position - other.position).map(({ id }) => id);
  for (const item of moved) item.position = itemIds.indexOf(item.id);
  await ctx.em.flush();
  record(ctx, {
    ...{ action: 'reorderMenuItems', kind: 'UPDATED', noun: 'MenuSection', nounId: section.id, name: section.names },
    ...{ before: { items: before }, after: { items: itemIds } },
  });
  for (const item of moved) ctx.publish(menuItemMoved, { itemId: item.id, sectionId: section.id });
  return section;
}

/** Takes an item off the menu and keeps it as a tombstone. */
export async function removeItem(ctx: Context, id: string): Promise<string> {
  const item = await readItem(ctx, id);
  await change(ctx, item, { removedAt: new Date() });
  ctx.publish(menuItemRemoved, { itemId: item.id, sectionId: item.section.id });
  return item.id;
}

/** Puts a removed item back where it was, with its picture when that is still there; one that was not removed stays as it is. */
export async function restoreItem(ctx: Context, id: string): Promise<MenuItem> {
  const item = await read(ctx, MenuItem, id);
  if (!item.removedAt) return unchanged(ctx, item);
  await readSection(ctx, item.section.id);
  await checkHoursThere(ctx, item.dayParts);
  const imageUrl = (await stillShown(ctx, item.imageUrl)) ?? (null as never);
  await change(ctx, item, { removedAt: null as never, imageUrl });
  ctx.publish(menuItemAdded, { itemId: item.id, sectionId: item.section.id });
  return item;
}
