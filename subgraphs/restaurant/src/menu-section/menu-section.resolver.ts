import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { menuSectionAdded, menuSectionRemoved, menuSectionUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { DayPart } from '../day-part/day-part.ts';
import { allTexts, textIn } from '../localized.ts';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuBoard, Tenant } from '../references.ts';
import {
  CreateMenuSectionInput,
  MenuSection,
  MenuSectionChange,
  MenuSectionChangeKind,
  UpdateMenuSectionInput,
} from './menu-section.ts';
import { createSection, removeSection, reorderSections, restoreSection, updateSection } from './write-section.ts';

const kinds: ReadonlyMap<string, MenuSectionChangeKind> = new Map([
  [menuSectionAdded.name, MenuSectionChangeKind.CREATED],
  [menuSectionUpdated.name, MenuSectionChangeKind.UPDATED],
  [menuSectionRemoved.name, MenuSectionChangeKind.REMOVED],
]);

@Resolver(() => MenuSection)
class MenuSectionResolver {
  @Allow('menu:write')
  @Mutation(() => MenuSection, { description: 'Adds a new section at the end of a menu.' })
  createMenuSection(
    @Arg('input', () => CreateMenuSectionInput) input: CreateMenuSectionInput,
    @Ctx() ctx: Context,
  ): Promise<MenuSection> {
    return createSection(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => MenuSection, { description: 'Changes a section: its name, how and when its items are sold.' })
  updateMenuSection(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateMenuSectionInput) input: UpdateMenuSectionInput,
    @Ctx() ctx: Context,
  ): Promise<MenuSection> {
    return updateSection(ctx, id, input);
  }

  @Allow('menu:write')
  @Mutation(() => Menu, { description: 'Puts the sections of a menu in this order; name all of them.' })
  reorderMenuSections(
    @Arg('menuId', () => ID) menuId: string,
    @Arg('sectionIds', () => [ID]) sectionIds: string[],
    @Ctx() ctx: Context,
  ): Promise<Menu> {
    return reorderSections(ctx, menuId, sectionIds);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Removes an empty section from its menu; it can be restored.' })
  removeMenuSection(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeSection(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => MenuSection, { description: 'Restores a removed section.' })
  restoreMenuSection(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<MenuSection> {
    return restoreSection(ctx, id);
  }

  @Follow(
    () => MenuSectionChange,
    [menuSectionAdded, menuSectionUpdated, menuSectionRemoved],
    'menu:read',
    "Each change of the tenant's sections, as it happens; with `after`, starting with those since then.",
  )
  async menuSectionChanged({ type, payload: { sectionId } }: EventOf<typeof menuSectionUpdated>, ctx: Context) {
    const section = await find(ctx, MenuSection, sectionId);
    const kind = kinds.get(type) ?? MenuSectionChangeKind.UPDATED;
    return { kind, sectionId, section: section?.removedAt ? undefined : section };
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() section: MenuSection, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(section.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() section: MenuSection): LocalizedText[] {
    return allTexts(section.names);
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [DayPart], { description: 'The hours in which its items are sold; empty for all.' })
  dayParts(@Root() section: MenuSection, @Ctx() ctx: Context): Promise<DayPart[]> {
    return loadAll(ctx, DayPart, section.dayParts);
  }

  @FieldResolver(() => [MenuItem], { description: 'In the order in which guests see them.' })
  items(@Root() section: MenuSection): Promise<MenuItem[]> {
    return section.items.loadItems({ where: { removedAt: null }, orderBy: { position: 'asc', id: 'asc' } });
  }

  @FieldResolver(() => Menu)
  menu(@Root() section: MenuSection): Promise<Menu> {
    return section.menu.loadOrFail();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() section: MenuSection): Tenant {
    return { id: section.tenantId };
  }
}

@Resolver(() => MenuBoard)
class MenuBoardSectionsResolver {
  @Allow('menu:read')
  @Directive('@requires(fields: "sectionIds")')
  @FieldResolver(() => [MenuSection], {
    description: 'The sections it shows, in order; removed ones are left out.',
  })
  async sections(@Root() board: MenuBoard, @Ctx() ctx: Context): Promise<MenuSection[]> {
    const sections = await loadAll(ctx, MenuSection, board.sectionIds);
    return sections.filter(({ removedAt }) => !removedAt);
  }
}

export const menuSectionPart = part(MenuSection, MenuSectionResolver, MenuBoardSectionsResolver);
