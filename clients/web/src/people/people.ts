import { graphql } from '../generated/gql.ts';
import type { InvitationRowFragment, MemberRowFragment } from '../generated/graphql.ts';

export const PeopleDocument = graphql(`
  query People($afterMember: String) {
    viewer {
      id
      tenant {
        id
        members(first: 50, after: $afterMember) {
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
        invitations(first: 50) {
          edges {
            cursor
            node {
              ...InvitationRow
            }
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

export type Member = MemberRowFragment;
export type Invitation = InvitationRowFragment;

/** What the pages beside the list are given. */
export interface PeopleOutlet {
  members: Member[];
  askAgain: () => void;
}
