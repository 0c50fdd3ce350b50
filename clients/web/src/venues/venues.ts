import { graphql } from '../generated/gql.ts';
import type { VenueFactsFragment, VenueRowFragment } from '../generated/graphql.ts';

/** The venues of the tenant, as rows of a list. */
export const VenuesDocument = graphql(`
  query Venues($after: String) {
    viewer {
      id
      tenant {
        id
        venues(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...VenueRow
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

  fragment VenueRow on Venue {
    id
    name
    timeZone
    currency
    closedAt
    version
  }
`);

/** The fragment is all that the console shows of one. */
export const VenueDocument = graphql(`
  query Venue($id: ID!) {
    venue(id: $id) {
      ...VenueFacts
    }
  }

  fragment VenueFacts on Venue {
    ...VenueRow
    dayStart
    openingHours {
      day
      from
      to
    }
    exceptionalDays {
      date
      name
      isHoliday
      hours {
        from
        to
      }
    }
    location {
      id
      name
    }
  }
`);

export const UpdateVenueDocument = graphql(`
  mutation UpdateVenue($id: ID!, $input: UpdateVenueInput!) {
    updateVenue(id: $id, input: $input) {
      ...VenueFacts
    }
  }
`);

export type VenueRow = VenueRowFragment;
export type Venue = VenueFactsFragment;
