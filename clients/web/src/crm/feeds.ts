import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const ContactFeedDocument = graphql(`
  subscription ContactFeed($tenantId: ID!, $after: Cursor) {
    contactChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      contactId
      contact {
        ...ContactRow
      }
    }
  }
`);

const ActivityFeedDocument = graphql(`
  subscription ActivityFeed($tenantId: ID!, $after: Cursor) {
    activityChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      activityId
      activity {
        ...ActivityRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [
  { name: 'contact', document: ContactFeedDocument, scope: 'crm:read' },
  { name: 'activity', document: ActivityFeedDocument, scope: 'crm:read' },
];
