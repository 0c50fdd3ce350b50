import type { Manifest } from '@mycelium/kit/subgraph';
import { CatalogueResolver } from './catalogue/catalogue.resolver.ts';
import { LocationResolver } from './location/location.resolver.ts';
import { Location } from './location/location.ts';
import { MenuResolver, TenantMenusResolver } from './menu/menu.resolver.ts';
import { Menu } from './menu/menu.ts';
import { MenuItemResolver, TenantMenuItemsResolver } from './menu-item/menu-item.resolver.ts';
import { MenuItem } from './menu-item/menu-item.ts';
import { MenuBoardSectionsResolver, MenuSectionResolver } from './menu-section/menu-section.resolver.ts';
import { MenuSection } from './menu-section/menu-section.ts';
import { MenuBoard, Tenant, TenantHealth } from './references.ts';
import { RestaurantResolver, TenantRestaurantsResolver } from './restaurant/restaurant.resolver.ts';
import { Restaurant } from './restaurant/restaurant.ts';
import { RestaurantHealthResolver } from './tenant-health/tenant-health.resolver.ts';

/** What a restaurant sells and where: the one source of the menu. */
export const restaurant: Manifest = {
  name: 'restaurant',
  nouns: [Restaurant, Location, Menu, MenuSection, MenuItem],
  references: [Tenant, MenuBoard, TenantHealth],
  resolvers: [
    RestaurantResolver,
    TenantRestaurantsResolver,
    LocationResolver,
    MenuResolver,
    TenantMenusResolver,
    MenuSectionResolver,
    MenuBoardSectionsResolver,
    MenuItemResolver,
    TenantMenuItemsResolver,
    RestaurantHealthResolver,
    CatalogueResolver,
  ],
  applications: ['ORDERING'],
  reactions: [],
};
