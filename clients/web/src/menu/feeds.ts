import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const MenuFeedDocument = graphql(`
  subscription MenuFeed($tenantId: ID!, $after: Cursor) {
    menuChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      itemId
      item {
        ...MenuRow
        ...ItemSale
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

const ChoiceFeedDocument = graphql(`
  subscription ChoiceFeed($tenantId: ID!, $after: Cursor) {
    modifierGroupChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      groupId
      group {
        ...GroupRow
      }
    }
  }
`);

const HoursFeedDocument = graphql(`
  subscription HoursFeed($tenantId: ID!, $after: Cursor) {
    dayPartChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      dayPartId
      dayPart {
        ...HoursRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [
  { name: 'menu', document: MenuFeedDocument, scope: 'menu:read' },
  { name: 'section', document: SectionFeedDocument, scope: 'menu:read' },
  { name: 'choice', document: ChoiceFeedDocument, scope: 'menu:read' },
  { name: 'hours', document: HoursFeedDocument, scope: 'menu:read' },
];
