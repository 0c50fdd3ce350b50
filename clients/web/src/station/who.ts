import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';

export const StationViewerDocument = graphql(`
  query StationViewer {
    viewer {
      id
      role
      scopes
      tenant {
        id
        name
        slug
        languages
        currency
        timeZone
        restaurants {
          id
          name
          locations {
            id
            ...StationLocation
          }
        }
      }
      user {
        id
        name
        email
        memberships {
          id
          role
          tenant {
            id
            name
          }
        }
      }
      station {
        id
        name
        kind
        location {
          id
        }
      }
    }
  }

  fragment StationLocation on Location {
    id
    name
    address
    city
    timeZone
    currency
    smallestCoin
    receiptHead
    closedAt
  }
`);

type Viewer = NonNullable<ResultOf<typeof StationViewerDocument>['viewer']>;

/** Who works here: a paired station, or a person by their own session, for one tenant. */
export type Who = Viewer & { tenant: NonNullable<Viewer['tenant']> };
export type StationLocation = Who['tenant']['restaurants'][number]['locations'][number];

/** The open locations at which they may work, by name; that of a station is its own. */
export function locationsOf({ tenant, station }: Who): StationLocation[] {
  return tenant.restaurants
    .flatMap(({ locations }) => locations)
    .filter(({ id, closedAt }) => (station ? id === station.location.id : closedAt === null))
    .sort((one, other) => one.name.localeCompare(other.name));
}
