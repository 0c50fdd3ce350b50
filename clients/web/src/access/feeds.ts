import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const ApiClientFeedDocument = graphql(`
  subscription ApiClientFeed($tenantId: ID!, $after: Cursor) {
    apiClientChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      clientId
      client {
        ...ApiClientRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'apiclient', document: ApiClientFeedDocument, scope: 'access:read' }];
