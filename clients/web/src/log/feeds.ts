import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const LogFeedDocument = graphql(`
  subscription LogFeed($tenantId: ID!, $after: Cursor) {
    auditRecorded(tenantId: $tenantId, after: $after) {
      cursor
      at
      entries {
        ...LogRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'log', document: LogFeedDocument, scope: 'audit:read' }];
