import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';
import type { LocationFactsFragment } from '../generated/graphql.ts';

/** The brands with their locations; the fragments are all that the console shows of one. */
export const LocationsDocument = graphql(`
  query Locations {
    viewer {
      id
      tenant {
        id
        restaurants {
          ...RestaurantRow
          locations {
            ...LocationFacts
          }
        }
      }
    }
  }

  fragment RestaurantRow on Restaurant {
    id
    name
    closedAt
    version
  }

  fragment LocationFacts on Location {
    id
    name
    address
    city
    phone
    timeZone
    currency
    dayStart
    taxCountry
    smallestCoin
    receiptHead
    closedAt
    version
    restaurant {
      id
      name
      closedAt
    }
  }
`);

export const LocationDocument = graphql(`
  query Location($id: ID!) {
    location(id: $id) {
      ...LocationFacts
    }
  }
`);

export const CreateLocationDocument = graphql(`
  mutation CreateLocation($input: CreateLocationInput!) {
    createLocation(input: $input) {
      ...LocationFacts
    }
  }
`);

export const UpdateLocationDocument = graphql(`
  mutation UpdateLocation($id: ID!, $input: UpdateLocationInput!) {
    updateLocation(id: $id, input: $input) {
      ...LocationFacts
    }
  }
`);

export const CloseLocationDocument = graphql(`
  mutation CloseLocation($id: ID!) {
    closeLocation(id: $id) {
      ...LocationFacts
    }
  }
`);

export const ReopenLocationDocument = graphql(`
  mutation ReopenLocation($id: ID!) {
    reopenLocation(id: $id) {
      ...LocationFacts
    }
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof LocationsDocument>['viewer']>['tenant']>;
export type Restaurant = Tenant['restaurants'][number];
export type Location = LocationFactsFragment;
