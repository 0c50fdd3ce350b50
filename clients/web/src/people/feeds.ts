import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const PeopleFeedDocument = graphql(`
  subscription PeopleFeed($tenantId: ID!, $after: Cursor) {
    peopleChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      membershipId
      membership {
        ...MemberRow
      }
      invitationId
      invitation {
        ...InvitationRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'people', document: PeopleFeedDocument, scope: 'people:read' }];
