import { graphql } from '../../generated/gql.ts';
import type { StationRowFragment } from '../../generated/graphql.ts';

export const StationsDocument = graphql(`
  query Stations($after: String) {
    viewer {
      id
      tenant {
        id
        stations(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...StationRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment StationRow on Station {
    id
    name
    kind
    status
    lastSeenAt
    pairedAt
    appVersion
    isSecure
    waiting
    waitingSince
    version
    location {
      id
      name
    }
    signedIn {
      userId
      name
      since
    }
  }
`);

export const StationDocument = graphql(`
  query Station($id: ID!) {
    station(id: $id) {
      ...StationRow
    }
  }
`);

export const LocationChoicesDocument = graphql(`
  query LocationChoices {
    viewer {
      id
      tenant {
        id
        restaurants {
          id
          locations {
            id
            name
            closedAt
          }
        }
      }
    }
  }
`);

export type Station = StationRowFragment;
