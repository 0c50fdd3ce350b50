import { graphql } from '../generated/gql.ts';
import type { BoardRowFragment, DisplayRowFragment } from '../generated/graphql.ts';

export const ScreensDocument = graphql(`
  query Screens($after: String) {
    viewer {
      id
      tenant {
        id
        displays(first: 50, after: $after) {
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

`);

export const DisplayDocument = graphql(`
  query Display($id: ID!) {
    display(id: $id) {
      ...DisplayRow
    }
  }
`);

export const BoardsDocument = graphql(`
  query Boards($after: String) {
    viewer {
      id
      tenant {
        id
        menuBoards(first: 50, after: $after) {
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

export const BoardDocument = graphql(`
  query Board($id: ID!) {
    menuBoard(id: $id) {
      ...BoardRow
    }
  }
`);

/** The screens that show a board. */
export const BoardScreensDocument = graphql(`
  query BoardScreens($id: ID!) {
    menuBoard(id: $id) {
      id
      displays {
        id
      }
    }
  }
`);

/** What a screen can show; as many as a page of the graph has. */
export const BoardChoicesDocument = graphql(`
  query BoardChoices {
    viewer {
      id
      tenant {
        id
        menuBoards(first: 200) {
          edges {
            node {
              id
              name
            }
          }
        }
      }
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

/** What can show something first, what was revoked last. */
export function revokedLast(displays: readonly Display[]): Display[] {
  const isRevoked = ({ status }: Display) => Number(status === 'REVOKED');
  return displays.toSorted((one, other) => isRevoked(one) - isRevoked(other));
}
