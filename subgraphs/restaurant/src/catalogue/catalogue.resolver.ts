import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { DateTime } from '@mycelium/schema/scalars';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { pageOfItems } from '../menu-item/find-item.ts';
import { MenuItemPage } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';

/** The menu as other products read it: flat, and by what has changed. */
@Resolver()
class CatalogueResolver {
  @Allow('menu:read')
  @Query(() => MenuItemPage, {
    description:
      'The items of all menus, for other products. With `updatedSince`: those changed since then, oldest change first, with removed items as tombstones.',
  })
  products(
    @Arg('tenantId', () => ID) tenantId: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('updatedSince', () => DateTime, {
      nullable: true,
      description: 'Includes what is changing at this very moment.',
    })
    updatedSince?: Date,
  ): Promise<MenuItemPage> {
    checkTenant(ctx, tenantId);
    return pageOfItems(ctx, tenantId, { updatedSince }, { first, after });
  }

  @Allow('menu:read')
  @Query(() => [MenuSection], { description: 'The sections of all menus, for other products, in display order.' })
  categories(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<MenuSection[]> {
    checkTenant(ctx, tenantId);
    return ctx.em.find(
      MenuSection,
      { tenantId, removedAt: null },
      { orderBy: { menu: { position: 'asc' }, position: 'asc', id: 'asc' } },
    );
  }
}

export const cataloguePart = part(CatalogueResolver);
