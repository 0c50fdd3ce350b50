import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

/** Who waits at a location, and where the feed stood when it was asked for. */
export const WaitlistDocument = graphql(`
  query Waitlist($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      waitlist {
        ...WaitlistRow
      }
    }
  }

  fragment WaitlistRow on WaitlistParty {
    id
    locationId
    name
    phone
    size
    quotedMinutes
    state
    joinedAt
    version
  }
`);

export const WaitlistFeedDocument = graphql(`
  subscription WaitlistFeed($locationId: ID!, $after: Cursor) {
    waitlistChanged(locationId: $locationId, after: $after) {
      cursor
      at
      partyId
      party {
        ...WaitlistRow
      }
    }
  }
`);

export const JoinWaitlistDocument = graphql(`
  mutation JoinWaitlist($input: JoinWaitlistInput!) {
    joinWaitlist(input: $input) {
      ...WaitlistRow
    }
  }
`);

export const NotifyPartyDocument = graphql(`
  mutation NotifyParty($id: ID!) {
    notifyParty(id: $id) {
      ...WaitlistRow
    }
  }
`);

export const SeatPartyDocument = graphql(`
  mutation SeatParty($id: ID!, $tableId: ID!) {
    seatParty(id: $id, tableId: $tableId) {
      ...WaitlistRow
    }
  }
`);

export const LeaveWaitlistDocument = graphql(`
  mutation LeaveWaitlist($id: ID!) {
    leaveWaitlist(id: $id) {
      ...WaitlistRow
    }
  }
`);

export type WaitlistParty = NonNullable<ResultOf<typeof WaitlistDocument>['location']>['waitlist'][number];
