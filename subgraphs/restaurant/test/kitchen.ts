import type { Context } from '@mycelium/kit/context';
import { person, type TestSubgraph, type TestViewer } from '@mycelium/kit/testing';
import { Location } from '../src/location/location.ts';
import { Menu } from '../src/menu/menu.ts';
import { MenuItem } from '../src/menu-item/menu-item.ts';
import { MenuSection } from '../src/menu-section/menu-section.ts';
import { Restaurant } from '../src/restaurant/restaurant.ts';

/** A restaurant of its own tenant, with two locations and one section. */
export interface Kitchen {
  tenantId: string;
  owner: TestViewer;
  cook: TestViewer;
  locationId: string;
  otherId: string;
  sectionId: string;
  /** A new item of the section. */
  newItem(more?: Partial<Pick<MenuItem, 'price' | 'allergens' | 'taxClass'>>): Promise<string>;
  /** Work in its tenant, in one transaction. */
  work<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result>;
}

export async function openKitchen(testing: TestSubgraph, zone = 'America/Chicago'): Promise<Kitchen> {
  const owner = testing.as(person('OWNER'));
  const tenantId = String(owner.viewer.tenantId);
  const work: Kitchen['work'] = (each) => testing.subgraph.work(each, tenantId);
  const look = { tenantId, address: '1 Main St', city: 'San Antonio', currency: 'USD' };
  const ids = await work(async ({ em }) => {
    const restaurant = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const [here, there] = [
      em.create(Location, { ...look, name: 'Centro', timeZone: zone, restaurant }),
      em.create(Location, { ...look, name: 'Norte', timeZone: 'America/Los_Angeles', restaurant }),
    ];
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant });
    const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
    return { locationId: here.id, otherId: there.id, sectionId: section.id };
  });
  return {
    ...{ tenantId, owner, cook: testing.as(person('KITCHEN', tenantId)), work, ...ids },
    newItem: (more) =>
      work(async ({ em }) => {
        const section = await em.findOneOrFail(MenuSection, { id: ids.sectionId });
        const price = { amount: 450, currency: 'USD' };
        return em.create(MenuItem, { tenantId, section, names: { es: 'Flan' }, price, ...more }).id;
      }),
  };
}
