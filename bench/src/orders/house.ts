import { v7 as uuidv7 } from 'uuid';
import type { Ask } from './ask.ts';
import type { Counter } from './sale.ts';

/** A location with a kitchen station for all of a menu, tills with their drawers, and a dish that is counted. */
export interface House {
  tenantId: string;
  locationId: string;
  stationId: string;
  counters: Counter[];
  /** A dish of which there is one portion. */
  lastId: string;
}

interface Restaurant {
  tenant: {
    id: string;
    currency: string;
    menus: { sections: { id: string }[] }[];
    restaurants: { id: string }[];
  };
}

/** Makes them through the graph, as an owner would. */
export async function furnish(ask: Ask, tills: number): Promise<House> {
  const make = async (query: string, variables: Record<string, unknown>): Promise<string> => {
    const answer = await ask<Record<string, { id: string }>>(query, variables);
    return Object.values(answer)[0]?.id ?? '';
  };
  const { viewer } = await ask<{ viewer: Restaurant }>(
    '{ viewer { tenant { id currency menus { sections { id } } restaurants { id } } } }',
    {},
  );
  const { id: tenantId, currency, menus, restaurants } = viewer.tenant;
  const place = { name: 'Bench', address: '1 Bench Street', city: 'Los Angeles', timeZone: 'America/Los_Angeles' };
  const locationId = await make('mutation ($input: CreateLocationInput!) { createLocation(input: $input) { id } }', {
    input: { ...place, currency, restaurantId: restaurants[0]?.id },
  });
  const sectionId = menus[0]?.sections[0]?.id;
  const dish = (name: string): Promise<string> =>
    make('mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }', {
      input: { sectionId, name: [{ locale: 'en', text: name }], price: { amount: 425, currency } },
    });
  const itemIds = [await dish('Taco'), await dish('Torta'), await dish('Agua')];
  const lastId = await dish('Last flan');
  await ask('mutation ($id: ID!) { setPortions(itemId: $id, left: 1) { id } }', { id: lastId });
  const stationId = await make(
    'mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }',
    { input: { locationId, name: 'Grill' } },
  );
  await ask(
    'mutation ($id: ID!, $routes: [KitchenRouteInput!]!) { setKitchenRoutes(stationId: $id, routes: $routes) { id } }',
    { id: stationId, routes: [{ sectionId }] },
  );
  const counters: Counter[] = [];
  for (let till = 1; till <= tills; till += 1) {
    const drawerId = await make(
      'mutation ($at: ID!, $name: String!) { createDrawer(locationId: $at, name: $name) { id } }',
      { at: locationId, name: `Till ${till}` },
    );
    const sessionId = await make('mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }', {
      input: { id: uuidv7(), drawerId, float: 20_000 },
    });
    counters.push({ locationId, itemIds, sessionId });
  }
  return { tenantId, locationId, stationId, counters, lastId };
}
