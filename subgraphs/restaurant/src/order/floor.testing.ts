import { businessDayOf } from '@mycelium/kit/business-day';
import type { TestSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { Location } from '../location/location.ts';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { SoldOutReason } from '../menu-item/sold-out.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { TaxRule } from '../tax-rule/tax-rule.ts';

/** Two locations of one tenant with a few items and a tax, so that a test can sell something. */
export interface Floor {
  tenantId: string;
  locationId: string;
  otherLocationId: string;
  /** Items: of 4.25, of 3.95, of 1.50, and one that is sold out. */
  pastor: string;
  agua: string;
  cheap: string;
  soldOut: string;
  flan: string;
  reprice(itemId: string, amount: number): Promise<void>;
  businessDateNow(): string;
}

export async function openFloor({ subgraph }: TestSubgraph, tenantId = uuidv7()): Promise<Floor> {
  const place = { timeZone: 'America/Los_Angeles', dayStart: '04:00' };
  const ids = await subgraph.work(async ({ em }) => {
    const restaurant = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const locationOf = (name: string) =>
      em.create(Location, { tenantId, restaurant, name, address: '1 E 1st St', city: 'LA', currency: 'USD', ...place })
        .id;
    const menu = em.create(Menu, { tenantId, restaurant, names: { en: 'Menu' } });
    const section = em.create(MenuSection, { tenantId, menu, names: { en: 'Tacos' } });
    const itemOf = (name: string, amount: number, soldOutFor: SoldOutReason[] = []) =>
      em.create(MenuItem, {
        tenantId,
        section,
        soldOutFor,
        available: soldOutFor.length === 0,
        names: { en: name },
        price: { amount, currency: 'USD' },
      }).id;
    em.create(TaxRule, { tenantId, name: 'Sales tax', rate: '0.095', inclusive: false });
    return {
      ...{ locationId: locationOf('Boyle Heights'), otherLocationId: locationOf('Highland Park') },
      ...{ pastor: itemOf('Pastor', 425), agua: itemOf('Agua', 395), cheap: itemOf('Salsa', 150) },
      ...{ soldOut: itemOf('Mole', 1895, [SoldOutReason.BY_HAND]), flan: itemOf('Flan', 600) },
    };
  });
  return {
    ...{ ...ids, tenantId },
    async reprice(itemId, amount) {
      await subgraph.work(async ({ em }) => {
        const item = await em.findOneOrFail(MenuItem, { id: itemId, tenantId });
        item.price = { amount, currency: 'USD' };
      });
    },
    businessDateNow: () => businessDayOf(new Date(), { zone: place.timeZone, at: place.dayStart }).date,
  };
}
