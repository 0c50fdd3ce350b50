import { graphql } from '../generated/gql.ts';
import type { VenueFactsFragment } from '../generated/graphql.ts';

/** The venues of the tenant; the fragment is all that the console shows of one. */
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
              ...VenueFacts
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

  fragment VenueFacts on Venue {
    id
    name
    timeZone
    currency
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
    closedAt
    version
  }
`);

export const VenueDocument = graphql(`
  query Venue($id: ID!) {
    venue(id: $id) {
      ...VenueFacts
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

export type Venue = VenueFactsFragment;
