import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { MenuSection } from '../menu-section/menu-section.ts';
import { MenuItem } from './menu-item.ts';
import { MenuItemPriceInput, SectionItemsInput } from './menu-items.ts';
import { arrangeItems, setAvailabilities, setPrices } from './write-items.ts';

/** What is done to several items at once, in one transaction. */
@Resolver()
class MenuItemsResolver {
  @Allow('menu:write')
  @Mutation(() => [MenuItem], {
    description: 'Sets the prices of several items: all of them, or none if one has changed since you saw it.',
  })
  setMenuItemPrices(
    @Arg('prices', () => [MenuItemPriceInput]) prices: MenuItemPriceInput[],
    @Ctx() ctx: Context,
  ): Promise<MenuItem[]> {
    return setPrices(ctx, prices);
  }

  @Allow('menu:availability')
  @Mutation(() => [MenuItem], { description: 'Marks several items as sold out or available.' })
  setMenuItemsAvailability(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('available', () => Boolean) available: boolean,
    @Ctx() ctx: Context,
  ): Promise<MenuItem[]> {
    return setAvailabilities(ctx, ids, available);
  }

  @Allow('menu:write')
  @Mutation(() => [MenuSection], {
    description:
      'Puts the items of one or more sections in this order; items may move between them. Name all items of these sections.',
  })
  arrangeMenuItems(
    @Arg('sections', () => [SectionItemsInput]) sections: SectionItemsInput[],
    @Ctx() ctx: Context,
  ): Promise<MenuSection[]> {
    return arrangeItems(ctx, sections);
  }
}

export const menuItemsPart = part(MenuItemsResolver);
