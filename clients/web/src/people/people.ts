import { graphql } from '../generated/gql.ts';
import type { InvitationRowFragment, MemberRowFragment } from '../generated/graphql.ts';

export const PeopleDocument = graphql(`
  query People($after: String) {
    viewer {
      id
      tenant {
        id
        members(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...MemberRow
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

  fragment MemberRow on Membership {
    id
    role
    createdAt
    version
    user {
      id
      name
      email
    }
    tenant {
      id
    }
  }

`);

export const InvitationsDocument = graphql(`
  query Invitations($after: String) {
    viewer {
      id
      tenant {
        id
        invitations(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...InvitationRow
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

  fragment InvitationRow on Invitation {
    id
    email
    name
    role
    status
    expiresAt
    createdAt
    mail
  }
`);

export const MemberDocument = graphql(`
  query Member($id: ID!) {
    membership(id: $id) {
      ...MemberRow
    }
  }
`);

export type Member = MemberRowFragment;
export type Invitation = InvitationRowFragment;
