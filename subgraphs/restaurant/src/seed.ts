import type { DemoMenu, DemoTenant } from '@mycelium/database/seed';
import type { Context } from '@mycelium/kit/context';
import { Location } from './location/location.ts';
import { Menu } from './menu/menu.ts';
import type { Allergen } from './menu-item/allergen.ts';
import { MenuItem } from './menu-item/menu-item.ts';
import { SoldOutReason, withReason } from './menu-item/sold-out.ts';
import { MenuSection } from './menu-section/menu-section.ts';
import { Restaurant } from './restaurant/restaurant.ts';

/** Makes a demo tenant's restaurant with its locations and menu, unless it is there; answers the sections' ids by their keys. */
export async function seedRestaurant(
  { em }: Context,
  tenantId: string,
  tenant: DemoTenant,
  demo: DemoMenu,
): Promise<Map<string, string>> {
  const restaurant = em.create(Restaurant, { tenantId, name: tenant.restaurant.name });
  for (const location of tenant.locations)
    em.create(Location, { ...location, currency: tenant.currency, tenantId, restaurant });
  const menu = em.create(Menu, { tenantId, restaurant, names: demo.name });
  const ids = new Map<string, string>();
  for (const [position, { key, name, items }] of demo.sections.entries()) {
    const section = em.create(MenuSection, { tenantId, menu, names: name, position });
    ids.set(key, section.id);
    for (const [place, item] of items.entries()) {
      em.create(MenuItem, {
        tenantId,
        section,
        names: item.name,
        descriptions: item.description,
        price: { amount: item.price, currency: tenant.currency },
        allergens: item.allergens as Allergen[],
        calories: item.calories ?? undefined,
        ...withReason({ soldOutFor: [] }, SoldOutReason.BY_HAND, !item.available),
        position: place,
      });
    }
  }
  return ids;
}

/** Gives the items of a demo menu their pictures, unless somebody has changed the item; `keep` answers where one is served. */
export async function addPictures(
  { em }: Context,
  tenantId: string,
  demo: DemoMenu,
  keep: (picture: string) => Promise<string>,
): Promise<void> {
  const untouched = await em.find(MenuItem, { tenantId, version: 1, imageUrl: null, removedAt: null });
  const byName = new Map(untouched.map((item) => [JSON.stringify(item.names), item]));
  for (const { name, picture } of demo.sections.flatMap(({ items }) => items)) {
    const item = byName.get(JSON.stringify(name));
    if (item && picture) item.imageUrl = await keep(picture);
  }
}
