import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const VenueFeedDocument = graphql(`
  subscription VenueFeed($tenantId: ID!, $after: Cursor) {
    venueChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      venueId
      venue {
        ...VenueFacts
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'venue', document: VenueFeedDocument, scope: 'venue:read' }];
