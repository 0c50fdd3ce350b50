import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const SyncFeedDocument = graphql(`
  subscription SyncFeed($tenantId: ID!, $after: Cursor) {
    syncStatusChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      syncId
      sync {
        ...SyncRow
      }
      run {
        ...RunRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [{ name: 'sync', document: SyncFeedDocument, scope: 'sync:read' }];
