import { graphql } from '../generated/gql.ts';

// What a board shows of an item, in every language it has. Documents refer to a fragment by its name.
graphql(`
  fragment BoardItem on MenuItem {
    id
    names {
      locale
      text
    }
    descriptions {
      locale
      text
    }
    price {
      amount
      currency
    }
    available
    allergens
    calories
    version
    section {
      id
    }
  }
`);

/** Everything that this screen shows. */
export const screenContent = graphql(`
  query ScreenContent {
    viewer {
      display {
        id
        name
        tenant {
          id
          name
          languages
          currency
        }
        board {
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
            items {
              ...BoardItem
            }
          }
        }
      }
    }
  }
`);

export const menuChanges = graphql(`
  subscription MenuChanges($tenantId: ID!, $after: Cursor) {
    menuChanged(tenantId: $tenantId, after: $after) {
      cursor
      kind
      itemId
      item {
        ...BoardItem
        tenant {
          name
        }
      }
    }
  }
`);

export const boardChanges = graphql(`
  subscription BoardChanges($tenantId: ID!, $after: Cursor) {
    menuBoardChanged(tenantId: $tenantId, after: $after) {
      cursor
      kind
      boardId
    }
  }
`);

/** Says that the screen is alive, and hears which board it shall show. */
export const heartbeat = graphql(`
  mutation Heartbeat($input: HeartbeatInput!) {
    heartbeat(input: $input) {
      id
      name
      board {
        id
        version
      }
    }
  }
`);
