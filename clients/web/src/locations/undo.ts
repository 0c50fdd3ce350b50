import { graphql } from '../generated/gql.ts';
import type { UpdateLocationInput, UpdateRestaurantInput, UpdateTaxRuleInput } from '../generated/graphql.ts';
import type { Undo } from '../shell/area.ts';

const RestaurantNowDocument = graphql(`
  query RestaurantNow($id: ID!) {
    restaurant(id: $id) {
      ...RestaurantRow
    }
  }
`);

const LocationNowDocument = graphql(`
  query LocationNow($id: ID!) {
    location(id: $id) {
      ...LocationFacts
    }
  }
`);

const TaxNowDocument = graphql(`
  query TaxNow($id: ID!) {
    taxRule(id: $id) {
      ...TaxFacts
      removedAt
    }
  }
`);

const TakeBackRestaurantDocument = graphql(`
  mutation TakeBackRestaurant($id: ID!, $input: UpdateRestaurantInput!) {
    updateRestaurant(id: $id, input: $input) {
      ...RestaurantRow
    }
  }
`);

const TakeBackLocationDocument = graphql(`
  mutation TakeBackLocation($id: ID!, $input: UpdateLocationInput!) {
    updateLocation(id: $id, input: $input) {
      ...LocationFacts
    }
  }
`);

const TakeBackTaxDocument = graphql(`
  mutation TakeBackTax($id: ID!, $input: UpdateTaxRuleInput!) {
    updateTaxRule(id: $id, input: $input) {
      ...TaxFacts
    }
  }
`);

const fresh = { requestPolicy: 'network-only' } as const;

const Restaurant: Undo = {
  scope: 'location:write',
  fields: ['name'],
  async read(client, id) {
    const { data, error } = await client.query(RestaurantNowDocument, { id }, fresh);
    if (error) throw error;
    return data?.restaurant ? { version: data.restaurant.version, values: data.restaurant } : undefined;
  },
  async write(client, id, { version }, values) {
    const input = { ...(values as Omit<UpdateRestaurantInput, 'version'>), version };
    return (await client.mutation(TakeBackRestaurantDocument, { id, input })).error;
  },
};

const Location: Undo = {
  scope: 'location:write',
  fields: [
    ...['name', 'address', 'city', 'phone', 'timeZone', 'currency', 'dayStart', 'taxCountry', 'smallestCoin'],
    'receiptHead',
  ],
  async read(client, id) {
    const { data, error } = await client.query(LocationNowDocument, { id }, fresh);
    if (error) throw error;
    return data?.location ? { version: data.location.version, values: data.location } : undefined;
  },
  async write(client, id, { version }, values) {
    const input = { ...(values as Omit<UpdateLocationInput, 'version'>), version };
    return (await client.mutation(TakeBackLocationDocument, { id, input })).error;
  },
};

const TaxRule: Undo = {
  scope: 'location:write',
  fields: ['name', 'rate', 'inclusive', 'taxClasses', 'channels', 'baseIncludes', 'onServiceCharge'],
  async read(client, id) {
    const { data, error } = await client.query(TaxNowDocument, { id }, fresh);
    if (error) throw error;
    const rule = data?.taxRule;
    return rule && !rule.removedAt ? { version: rule.version, values: rule } : undefined;
  },
  async write(client, id, { version }, values) {
    const input = { ...(values as Omit<UpdateTaxRuleInput, 'version'>), version };
    return (await client.mutation(TakeBackTaxDocument, { id, input })).error;
  },
};

export const undo: Readonly<Record<string, Undo>> = { Restaurant, Location, TaxRule };
