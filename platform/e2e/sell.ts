import { v7 as uuidv7 } from 'uuid';
import type { Desk } from './desk.ts';

type Id = Record<string, { id: string }>;

/** A place that sells one thing at a price, with a sales tax of 9.5 % on top, and a drawer that is open. */
export interface Shop {
  locationId: string;
  itemId: string;
  sessionId: string;
}

/** Makes such a place of a tenant that has a menu. */
export async function openShop(desk: Desk, menuId: string, name: string, price: number): Promise<Shop> {
  const make = async (query: string, variables: object) =>
    Object.values(await desk.ask<Id>(query, { ...variables }))[0]?.id ?? '';
  const { viewer } = await desk.ask<{ viewer: { tenant: { restaurants: { id: string }[] } } }>(
    '{ viewer { tenant { restaurants { id } } } }',
    {},
  );
  const locationId = await make('mutation ($input: CreateLocationInput!) { createLocation(input: $input) { id } }', {
    input: {
      ...{ restaurantId: viewer.tenant.restaurants[0]?.id, name: 'Centro', address: '1 Main St', city: 'San Antonio' },
      ...{ timeZone: 'America/Chicago', currency: 'USD' },
    },
  });
  await make('mutation ($input: CreateTaxRuleInput!) { createTaxRule(input: $input) { id } }', {
    input: { name: 'Sales tax', rate: '0.095', inclusive: false },
  });
  const sectionId = await make(
    'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }',
    { input: { menuId, name: [{ locale: 'en', text: 'Tacos' }] } },
  );
  const itemId = await make('mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }', {
    input: { sectionId, name: [{ locale: 'en', text: name }], price: { amount: price, currency: 'USD' } },
  });
  const drawerId = await make('mutation ($at: ID!) { createDrawer(locationId: $at, name: "Front") { id } }', {
    at: locationId,
  });
  const sessionId = await make('mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }', {
    input: { id: uuidv7(), drawerId, float: 10_000 },
  });
  return { locationId, itemId, sessionId };
}

/** So much of it is ordered and placed; answers the order's id. */
export async function order(desk: Desk, { locationId, itemId }: Shop, quantity: string): Promise<string> {
  const id = uuidv7();
  await desk.ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id, locationId, channel: 'DINE_IN', note: 'Ada' },
  });
  await desk.ask(
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
    {
      ...{ id, lines: [{ id: uuidv7(), itemId, quantity }] },
    },
  );
  await desk.ask('mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id });
  return id;
}

/** The same, paid in cash. */
export async function sell(desk: Desk, shop: Shop, quantity: string): Promise<string> {
  const orderId = await order(desk, shop, quantity);
  await desk.ask('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }', {
    input: { id: uuidv7(), orderId, tendered: 2_000, sessionId: shop.sessionId },
  });
  return orderId;
}
