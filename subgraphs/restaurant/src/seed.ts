import type { DemoMenu, DemoTenant } from '@mycelium/database/seed';
import type { Context } from '@mycelium/kit/context';
import { DayPart } from './day-part/day-part.ts';
import type { Weekday } from './day-part/hours.ts';
import { FloorArea } from './floor-area/floor-area.ts';
import { KitchenRoute } from './kitchen-station/kitchen-route.ts';
import type { KitchenSound } from './kitchen-station/kitchen-sound.ts';
import { KitchenStation } from './kitchen-station/kitchen-station.ts';
import { Location } from './location/location.ts';
import { Menu } from './menu/menu.ts';
import type { Allergen } from './menu-item/allergen.ts';
import { MenuItem } from './menu-item/menu-item.ts';
import { SoldOutReason, withReason } from './menu-item/sold-out.ts';
import { MenuItemAtLocation } from './menu-item-at-location/menu-item-at-location.ts';
import { MenuSection } from './menu-section/menu-section.ts';
import { ModifierGroup } from './modifier-group/modifier-group.ts';
import { ModifierOption } from './modifier-option/modifier-option.ts';
import { Restaurant } from './restaurant/restaurant.ts';
import { seedCash } from './seed-cash.ts';
import { Table, TableShape } from './table/table.ts';

/** The locations of a demo tenant, oldest first. */
export function locationsOf({ em }: Context, tenantId: string): Promise<Location[]> {
  return em.find(Location, { tenantId }, { orderBy: { id: 'asc' } });
}

/** Makes a demo tenant's restaurant with its locations and menu, unless it is there; answers the sections' ids by their keys. */
export async function seedRestaurant(
  ctx: Context,
  tenantId: string,
  tenant: DemoTenant,
  demo: DemoMenu,
): Promise<Map<string, string>> {
  const { em } = ctx;
  const restaurant = em.create(Restaurant, { tenantId, name: tenant.restaurant.name });
  const locations = tenant.locations.map((location) =>
    em.create(Location, { ...location, currency: tenant.currency, tenantId, restaurant }),
  );
  const menu = em.create(Menu, { tenantId, restaurant, names: demo.name });
  const groups = seedChoices(em, tenantId, tenant, demo);
  const dayParts = new Map(
    demo.hours.map(({ key, name, days, ...hours }) => [
      key,
      em.create(DayPart, { ...hours, tenantId, names: name, days: days as Weekday[] }).id,
    ]),
  );
  const ids = new Map<string, string>();
  const itemIds = new Map<string, string>();
  for (const [position, { key, name, items, choices }] of demo.sections.entries()) {
    const section = em.create(MenuSection, { tenantId, menu, names: name, position });
    ids.set(key, section.id);
    for (const [place, item] of items.entries()) {
      const { id } = em.create(MenuItem, {
        tenantId,
        section,
        names: item.name,
        descriptions: item.description,
        price: { amount: item.price, currency: tenant.currency },
        allergens: item.allergens as Allergen[],
        calories: item.calories ?? undefined,
        ...withReason({ soldOutFor: [] }, SoldOutReason.BY_HAND, !item.available),
        position: place,
        modifierGroups: choices.flatMap((choice) => groups.get(choice) ?? []),
        dayParts: item.hours.flatMap((hours) => dayParts.get(hours) ?? []),
        portionsLeft: item.portionsLeft,
      });
      itemIds.set(Object.values(item.name)[0] ?? '', id);
      for (const location of locations) {
        const amount = item.priceAt[location.name];
        if (amount === undefined) continue;
        const price = { amount, currency: tenant.currency };
        em.create(MenuItemAtLocation, { tenantId, itemId: id, location, price });
      }
    }
  }
  for (const location of locations) {
    seedKitchen(em, location, tenant, { sections: ids, items: itemIds });
    seedFloor(em, location, tenant);
    seedCash(ctx, location);
  }
  return ids;
}

/** The areas of a location with their tables, at which nobody sits yet. */
function seedFloor(em: Context['em'], { id: locationId, tenantId }: Location, { floor = [] }: DemoTenant): void {
  for (const [position, { name, tables }] of floor.entries()) {
    const { id: areaId } = em.create(FloorArea, { tenantId, locationId, name, position });
    for (const { shape, ...table } of tables)
      em.create(Table, { ...table, shape: TableShape[shape], tenantId, locationId, areaId });
  }
}

/** What a menu has, by its keys and names. */
interface Menued {
  sections: ReadonlyMap<string, string>;
  items: ReadonlyMap<string, string>;
}

/** The stations of a location, and what each of them makes. */
function seedKitchen(
  em: Context['em'],
  { id: locationId, tenantId }: Location,
  { kitchen = [] }: DemoTenant,
  menu: Menued,
): void {
  for (const [position, { sections, items, sound, ...limits }] of kitchen.entries()) {
    const station = em.create(KitchenStation, {
      ...{ ...limits, tenantId, locationId, position, sound: sound as KitchenSound },
    });
    const route = { tenantId, stationId: station.id };
    for (const key of sections) em.create(KitchenRoute, { ...route, sectionId: menu.sections.get(key) });
    for (const name of items) em.create(KitchenRoute, { ...route, itemId: menu.items.get(name) });
  }
}

/** The ids of the groups by their keys. */
function seedChoices(
  em: Context['em'],
  tenantId: string,
  { currency }: DemoTenant,
  { choices }: DemoMenu,
): Map<string, string> {
  return new Map(
    choices.map(({ key, name, options, ...rules }) => {
      const group = em.create(ModifierGroup, { ...rules, tenantId, names: name });
      for (const [position, { name: names, price: amount, allergens }] of options.entries())
        em.create(ModifierOption, {
          ...{ tenantId, group, names, position, price: { amount, currency }, allergens: allergens as Allergen[] },
        });
      return [key, group.id];
    }),
  );
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
