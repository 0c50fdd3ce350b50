import { graphql } from '../generated/gql.ts';
import type { BoardRowFragment, DisplayRowFragment } from '../generated/graphql.ts';

export const ScreensDocument = graphql(`
  query Screens($afterDisplay: String, $afterBoard: String) {
    viewer {
      id
      tenant {
        id
        displays(first: 50, after: $afterDisplay) {
          edges {
            cursor
            node {
              ...DisplayRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        menuBoards(first: 50, after: $afterBoard) {
          edges {
            cursor
            node {
              ...BoardRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment DisplayRow on Display {
    id
    name
    status
    lastSeenAt
    pairedAt
    appVersion
    width
    height
    version
    board {
      id
      name
    }
    tenant {
      id
    }
  }

  fragment BoardRow on MenuBoard {
    id
    name
    columns
    soldOut
    languages
    showCalories
    showAllergens
    version
    sections {
      id
      names {
        locale
        text
      }
    }
    tenant {
      id
    }
  }
`);

export const SectionsDocument = graphql(`
  query Sections {
    viewer {
      id
      tenant {
        id
        menus {
          id
          names {
            locale
            text
          }
          sections {
            id
            names {
              locale
              text
            }
          }
        }
      }
    }
  }
`);

export type Display = DisplayRowFragment;
export type Board = BoardRowFragment;

/** What the pages beside the lists are given. */
export interface ScreensOutlet {
  displays: Display[];
  boards: Board[];
}
