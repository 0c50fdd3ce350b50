import { graphql } from '../generated/gql.ts';
import type { SessionRowFragment } from '../generated/graphql.ts';

export const SessionsDocument = graphql(`
  query Sessions($after: String) {
    viewer {
      id
      sessions(first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            ...SessionRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment SessionRow on UserSession {
    id
    device
    address
    createdAt
    lastUsedAt
    isCurrent
  }
`);

export const RevokeSessionDocument = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      id
    }
  }
`);

export const RevokeOtherSessionsDocument = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions
  }
`);

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);

export const PinsDocument = graphql(`
  query Pins {
    viewer {
      id
      pins {
        id
        setAt
        offAt
        location {
          id
        }
      }
    }
  }
`);

export const SetPinDocument = graphql(`
  mutation SetPin($locationId: ID!, $pin: String!) {
    setPin(locationId: $locationId, pin: $pin) {
      id
      setAt
      offAt
    }
  }
`);

export type Session = SessionRowFragment;
