import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { allTexts, textIn } from '../localized.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Tenant } from '../references.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { Menu } from './menu.ts';

@Resolver(() => Menu)
class MenuResolver {
  @Allow('menu:read')
  @Query(() => Menu, { nullable: true, description: 'One menu; null if the tenant has none with this id.' })
  menu(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Menu | undefined> {
    return find(ctx, Menu, id);
  }

  @FieldResolver(() => String, { description: "In a language (BCP 47), or in the menu's first one." })
  name(@Root() menu: Menu, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(menu.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() menu: Menu): LocalizedText[] {
    return allTexts(menu.names);
  }

  @FieldResolver(() => [MenuSection], { description: 'In the order in which guests see them.' })
  sections(@Root() menu: Menu): Promise<MenuSection[]> {
    return menu.sections.loadItems({ where: { removedAt: null }, orderBy: { position: 'asc', id: 'asc' } });
  }

  @FieldResolver(() => Restaurant)
  restaurant(@Root() menu: Menu): Promise<Restaurant> {
    return menu.restaurant.loadOrFail();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() menu: Menu): Tenant {
    return { id: menu.tenantId };
  }
}

@Resolver(() => Tenant)
class TenantMenusResolver {
  @Allow('menu:read')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Menu], { description: "The tenant's menus, in order." })
  menus(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<Menu[]> {
    return em.find(Menu, { tenantId: tenant.id }, { orderBy: { position: 'asc', id: 'asc' } });
  }
}

export const menuPart = part(Menu, MenuResolver, TenantMenusResolver);
