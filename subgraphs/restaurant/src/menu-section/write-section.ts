import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { change, create, find, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { menuSectionAdded, menuSectionRemoved, menuSectionUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { checkHoursThere } from '../day-part/write-day-part.ts';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import {
  type CreateMenuSectionInput,
  createMenuSectionSchema,
  MenuSection,
  type UpdateMenuSectionInput,
  updateMenuSectionSchema,
} from './menu-section.ts';
import { withOffer } from './with-offer.ts';

/** The section; throws NotFound when there is none or it was removed. */
export async function readSection(ctx: Context, id: string): Promise<MenuSection> {
  const section = await find(ctx, MenuSection, id);
  if (!section || section.removedAt) throw new NotFound('MenuSection', id);
  return section;
}

/** A new section, last on its menu. */
export async function createSection(ctx: Context, input: CreateMenuSectionInput): Promise<MenuSection> {
  const { menuId, name } = parseInput(createMenuSectionSchema, input);
  const menu = await read(ctx, Menu, menuId);
  const [last] = await ctx.em.find(MenuSection, { menu }, { orderBy: { position: 'desc' }, limit: 1 });
  const section = create(ctx, MenuSection, { menu, names: name, position: (last?.position ?? -1) + 1 });
  await ctx.em.flush();
  ctx.publish(menuSectionAdded, { sectionId: section.id, menuId: menu.id });
  return section;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateSection(ctx: Context, id: string, input: UpdateMenuSectionInput): Promise<MenuSection> {
  const { version, name, ...offer } = parseInput(updateMenuSectionSchema, input);
  await readSection(ctx, id);
  const patch = { names: name ?? undefined, ...(await withOffer(ctx, offer)) };
  return update(ctx, MenuSection, { id, version }, patch, (section) =>
    ctx.publish(menuSectionUpdated, { sectionId: section.id, menuId: section.menu.id }),
  );
}

/** Gives a menu's sections this order; they must be all of its sections, each once. */
export async function reorderSections(ctx: Context, menuId: string, sectionIds: readonly string[]): Promise<Menu> {
  const menu = await read(ctx, Menu, menuId);
  const sections = await ctx.em.find(MenuSection, { menu, removedAt: null });
  const ids = new Set(sections.map(({ id }) => id));
  if (
    sectionIds.length !== ids.size ||
    new Set(sectionIds).size !== ids.size ||
    sectionIds.some((id) => !ids.has(id))
  ) {
    throw new Invalid('Name every section of the menu, each once.', ['sectionIds'], { reason: 'LIST_CHANGED' });
  }
  const moved = sections.filter((section) => section.position !== sectionIds.indexOf(section.id));
  if (moved.length === 0) return unchanged(ctx, menu);
  const before = sections.toSorted((one, other) => one.position - other.position).map(({ id }) => id);
  for (const section of moved) section.position = sectionIds.indexOf(section.id);
  await ctx.em.flush();
  record(ctx, {
    ...{ action: 'reorderMenuSections', kind: 'UPDATED', noun: 'Menu', nounId: menu.id, name: menu.names },
    ...{ before: { sections: before }, after: { sections: sectionIds } },
  });
  for (const section of moved) ctx.publish(menuSectionUpdated, { sectionId: section.id, menuId: menu.id });
  return menu;
}

/** Takes an empty section off its menu and keeps it as a tombstone. */
export async function removeSection(ctx: Context, id: string): Promise<string> {
  const section = await readSection(ctx, id);
  const items = await ctx.em.count(MenuItem, { section, removedAt: null });
  if (items > 0)
    throw new Invalid(`This section still has ${items} items; remove them first.`, ['id'], {
      reason: 'NOT_EMPTY',
      items,
    });
  await change(ctx, section, { removedAt: new Date() });
  ctx.publish(menuSectionRemoved, { sectionId: section.id, menuId: section.menu.id });
  return section.id;
}

/** Puts a removed section back where it was; one that was not removed stays as it is. */
export async function restoreSection(ctx: Context, id: string): Promise<MenuSection> {
  const section = await read(ctx, MenuSection, id);
  if (!section.removedAt) return unchanged(ctx, section);
  await checkHoursThere(ctx, section.dayParts);
  return change(ctx, section, { removedAt: null }, ({ menu }) =>
    ctx.publish(menuSectionAdded, { sectionId: id, menuId: menu.id }),
  );
}
