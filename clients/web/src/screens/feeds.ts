import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const DisplayFeedDocument = graphql(`
  subscription DisplayFeed($tenantId: ID!, $after: Cursor) {
    displayHealthChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      displayId
      display {
        ...DisplayRow
      }
    }
  }
`);

const BoardFeedDocument = graphql(`
  subscription BoardFeed($tenantId: ID!, $after: Cursor) {
    menuBoardChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      boardId
      board {
        ...BoardRow
      }
    }
  }
`);

const StationFeedDocument = graphql(`
  subscription StationFeed($tenantId: ID!, $after: Cursor) {
    stationChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      stationId
      station {
        ...StationRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [
  { name: 'display', document: DisplayFeedDocument, scope: 'display:read' },
  { name: 'station', document: StationFeedDocument, scope: 'station:read' },
  { name: 'board', document: BoardFeedDocument, scope: 'board:read' },
];
