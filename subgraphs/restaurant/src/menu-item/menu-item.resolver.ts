import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { DateTime } from '@mycelium/schema/scalars';
import {
  menuItemAdded,
  menuItemAvailabilityChanged,
  menuItemMoved,
  menuItemPortionsChanged,
  menuItemRemoved,
  menuItemUpdated,
} from '@mycelium/schema/subgraphs/restaurant';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DayPart } from '../day-part/day-part.ts';
import { allTexts, textIn } from '../localized.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { ModifierGroup } from '../modifier-group/modifier-group.ts';
import { Tenant } from '../references.ts';
import { findItem, pageOfItems } from './find-item.ts';
import {
  CreateMenuItemInput,
  MenuChange,
  MenuChangeKind,
  MenuItem,
  MenuItemPage,
  UpdateMenuItemInput,
} from './menu-item.ts';
import { setPortions } from './portions.ts';
import { SoldOutReason } from './sold-out.ts';
import { createItem, removeItem, reorderItems, restoreItem, setAvailability, updateItem } from './write-item.ts';

const kinds: ReadonlyMap<string, MenuChangeKind> = new Map([
  [menuItemAdded.name, MenuChangeKind.CREATED],
  [menuItemUpdated.name, MenuChangeKind.UPDATED],
  [menuItemAvailabilityChanged.name, MenuChangeKind.AVAILABILITY],
  [menuItemMoved.name, MenuChangeKind.MOVED],
  [menuItemRemoved.name, MenuChangeKind.REMOVED],
]);
const types = [
  menuItemAdded,
  menuItemUpdated,
  menuItemPortionsChanged,
  menuItemAvailabilityChanged,
  menuItemMoved,
  menuItemRemoved,
] as const;

@Resolver(() => MenuItem)
class MenuItemResolver {
  @Allow('menu:read')
  @Query(() => MenuItem, { nullable: true, description: 'One item; null if the tenant has none with this id.' })
  menuItem(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<MenuItem | undefined> {
    return findItem(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => MenuItem, { description: 'Adds a new item at the end of a section.' })
  createMenuItem(
    @Arg('input', () => CreateMenuItemInput) input: CreateMenuItemInput,
    @Ctx() ctx: Context,
  ): Promise<MenuItem> {
    return createItem(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => MenuItem, { description: 'Changes an item; screens and other products see it immediately.' })
  updateMenuItem(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateMenuItemInput) input: UpdateMenuItemInput,
    @Ctx() ctx: Context,
  ): Promise<MenuItem> {
    return updateItem(ctx, id, input);
  }

  @Allow('menu:availability')
  @Mutation(() => MenuItem, { description: 'Marks an item as sold out or available. Repeating it changes nothing.' })
  setMenuItemAvailability(
    @Arg('id', () => ID) id: string,
    @Arg('available', () => Boolean) available: boolean,
    @Ctx() ctx: Context,
  ): Promise<MenuItem> {
    return setAvailability(ctx, id, available);
  }

  @Allow('menu:availability')
  @Mutation(() => MenuItem, {
    description:
      'Counts what is left of an item: at one location, or of all together. At 0 it is sold out until the next business day; null counts no longer.',
  })
  setPortions(
    @Arg('itemId', () => ID) itemId: string,
    @Ctx() ctx: Context,
    @Arg('locationId', () => ID, { nullable: true }) locationId?: string,
    @Arg('left', () => Int, { nullable: true }) left?: number,
  ): Promise<MenuItem> {
    return setPortions(ctx, itemId, locationId, left ?? null);
  }

  @Allow('menu:write')
  @Mutation(() => MenuSection, { description: 'Puts the items of a section in this order; name all of them.' })
  reorderMenuItems(
    @Arg('sectionId', () => ID) sectionId: string,
    @Arg('itemIds', () => [ID]) itemIds: string[],
    @Ctx() ctx: Context,
  ): Promise<MenuSection> {
    return reorderItems(ctx, sectionId, itemIds);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Removes an item from the menu; it can be restored.' })
  removeMenuItem(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeItem(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => MenuItem, { description: 'Restores a removed item.' })
  restoreMenuItem(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<MenuItem> {
    return restoreItem(ctx, id);
  }

  @Follow(
    () => MenuChange,
    types,
    'menu:read',
    "Each change of the tenant's items, as it happens; with `after`, starting with those since then.",
  )
  async menuChanged({ type, payload: { itemId } }: EventOf<(typeof types)[number]>, ctx: Context) {
    const kind = kinds.get(type) ?? MenuChangeKind.UPDATED;
    return { kind, itemId, item: await findItem(ctx, itemId) };
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() item: MenuItem, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(item.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() item: MenuItem): LocalizedText[] {
    return allTexts(item.names);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The description in a language, or in the first one it has.',
  })
  description(
    @Root() item: MenuItem,
    @Arg('locale', () => String, { nullable: true }) locale?: string,
  ): string | undefined {
    return textIn(item.descriptions, locale);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The description in every language it has.' })
  descriptions(@Root() item: MenuItem): LocalizedText[] {
    return allTexts(item.descriptions);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [ModifierGroup], { description: 'From which guests choose with it, in this order.' })
  async modifierGroups(@Root() item: MenuItem, @Ctx() ctx: Context): Promise<ModifierGroup[]> {
    const groups = await loadAll(ctx, ModifierGroup, item.modifierGroups);
    return groups.filter(({ removedAt }) => !removedAt);
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [DayPart], { description: 'The hours in which it is sold; empty for all.' })
  dayParts(@Root() item: MenuItem, @Ctx() ctx: Context): Promise<DayPart[]> {
    return loadAll(ctx, DayPart, item.dayParts);
  }

  @FieldResolver(() => [SoldOutReason], { description: 'Why it is sold out; empty while it is available.' })
  soldOutReasons(@Root() item: MenuItem): SoldOutReason[] {
    return item.soldOutFor;
  }

  @FieldResolver(() => MenuSection)
  section(@Root() item: MenuItem): Promise<MenuSection> {
    return item.section.loadOrFail();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() item: MenuItem): Tenant {
    return { id: item.tenantId };
  }
}

@Resolver(() => Tenant)
class TenantMenuItemsResolver {
  @Allow('menu:read')
  @FieldResolver(() => MenuItemPage, {
    description:
      'Items over all menus, in order of creation. With `updatedSince`: those changed since then, oldest change first, with removed items as tombstones.',
  })
  menuItems(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name, in any language.' })
    search?: string,
    @Arg('available', () => Boolean, {
      nullable: true,
      description: 'Only those that are sold out, or only those that are not.',
    })
    available?: boolean,
    @Arg('updatedSince', () => DateTime, {
      nullable: true,
      description: 'Includes what is changing at this very moment.',
    })
    updatedSince?: Date,
  ): Promise<MenuItemPage> {
    return pageOfItems(ctx, tenant.id, { search, available, updatedSince }, { first, after });
  }
}

export const menuItemPart = part(MenuItem, MenuItemResolver, TenantMenuItemsResolver);
