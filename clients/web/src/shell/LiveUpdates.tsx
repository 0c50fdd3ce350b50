import { useSubscription } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useMay } from '../session/viewer.tsx';

const MenuFeedDocument = graphql(`
  subscription MenuFeed($tenantId: ID!, $after: Cursor) {
    menuChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      itemId
      item {
        ...MenuRow
        section {
          id
          items {
            id
          }
        }
      }
    }
  }
`);

const SectionFeedDocument = graphql(`
  subscription SectionFeed($tenantId: ID!, $after: Cursor) {
    menuSectionChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      sectionId
      section {
        ...SectionRow
        items {
          id
        }
        menu {
          id
          sections {
            id
          }
        }
      }
    }
  }
`);

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

/** Keeps the cache right while the console is open: every page shows what others change, as they change it. */
export function LiveUpdates({ tenantId }: { tenantId: string }) {
  const readsMenu = useMay('menu:read');
  const readsDisplays = useMay('display:read');
  const readsBoards = useMay('board:read');
  const readsAccess = useMay('access:read');
  const readsPeople = useMay('people:read');
  const readsServices = useMay('service:read');
  const readsSyncs = useMay('sync:read');
  useSubscription({ query: MenuFeedDocument, variables: { tenantId }, pause: !readsMenu });
  useSubscription({ query: SectionFeedDocument, variables: { tenantId }, pause: !readsMenu });
  useSubscription({ query: DisplayFeedDocument, variables: { tenantId }, pause: !readsDisplays });
  useSubscription({ query: BoardFeedDocument, variables: { tenantId }, pause: !readsBoards });
  useSubscription({ query: ApiClientFeedDocument, variables: { tenantId }, pause: !readsAccess });
  useSubscription({ query: PeopleFeedDocument, variables: { tenantId }, pause: !readsPeople });
  useSubscription({ query: ServiceFeedDocument, variables: { tenantId }, pause: !readsServices });
  useSubscription({ query: SyncFeedDocument, variables: { tenantId }, pause: !readsSyncs });
  return null;
}
