import { graphql } from '../../generated/gql.ts';
import type { MoneyInput } from '../../generated/graphql.ts';
import type { Undo } from '../../shell/area.ts';
import { RestorePriceDocument, SellAtLocationDocument, SetAtLocationDocument, SetPortionsDocument } from './sale.ts';

const AtLocationNowDocument = graphql(`
  query AtLocationNow($id: ID!) {
    menuItemAtLocation(id: $id) {
      ...AtLocation
      itemId
    }
  }
`);

export const PriceNowDocument = graphql(`
  query PriceNow($id: ID!) {
    priceChange(id: $id) {
      id
      itemId
    }
  }
`);

/** Who counts portions says with it whether there are any. */
export const MenuItemAtLocation: Undo = {
  scope: 'menu:write',
  fields: ['price.amount', 'price.currency', 'hidden', 'available', 'portionsLeft'],
  async read(client, id) {
    const { data, error } = await client.query(AtLocationNowDocument, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    const at = data?.menuItemAtLocation;
    if (!at) return undefined;
    const { price, hidden, available, portionsLeft, version, itemId, location } = at;
    const cost = { 'price.amount': price?.amount ?? null, 'price.currency': price?.currency ?? null };
    return { version, values: { ...cost, hidden, available, portionsLeft, itemId, locationId: location.id } };
  },
  async write(client, _id, { version: versionThere, values: now }, values) {
    const where = { itemId: String(now.itemId), locationId: String(now.locationId) };
    if ('portionsLeft' in values) {
      const left = values.portionsLeft as number | null;
      return (await client.mutation(SetPortionsDocument, { ...where, left })).error;
    }
    if (typeof values.available === 'boolean')
      return (await client.mutation(SellAtLocationDocument, { ...where, available: values.available })).error;
    const { 'price.amount': amount, 'price.currency': currency, hidden } = { ...now, ...values };
    const price = amount === null ? null : ({ amount, currency } as MoneyInput);
    const input = { ...where, versionThere, price, hidden: Boolean(hidden) };
    return (await client.mutation(SetAtLocationDocument, { input })).error;
  },
};

/** A planned price is never changed, only taken back. */
export const PriceChange: Undo = {
  scope: 'menu:write',
  fields: [],
  async read(client, id) {
    const { data, error } = await client.query(PriceNowDocument, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    return data?.priceChange ? { version: 1, values: {} } : undefined;
  },
  restore: async (client, id) => (await client.mutation(RestorePriceDocument, { id })).error,
};
