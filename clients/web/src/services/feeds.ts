import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const ServiceFeedDocument = graphql(`
  subscription ServiceFeed($tenantId: ID!, $after: Cursor) {
    serviceChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      serviceId
      service {
        ...ServiceRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'service', document: ServiceFeedDocument, scope: 'service:read' }];
