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

export const feeds: readonly Feed[] = [{ name: 'contact', document: ContactFeedDocument, scope: 'crm:read' }];
