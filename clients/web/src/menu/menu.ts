import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';
import type { MenuRowFragment } from '../generated/graphql.ts';

/** The menu. The fragments are all that the console shows of a section and of an item: feeds and mutations select it too, so that the cache stays whole. */
export const MenuDocument = graphql(`
  query Menu {
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
            ...SectionRow
            items {
              ...MenuRow
            }
          }
        }
        taxRules {
          id
          taxClasses
        }
      }
    }
  }

  fragment SectionRow on MenuSection {
    id
    names {
      locale
      text
    }
    channels
    dayParts {
      id
    }
    version
    menu {
      id
    }
  }

  fragment MenuRow on MenuItem {
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
    taxClass
    allergens
    calories
    imageUrl
    version
    updatedAt
    section {
      id
    }
  }
`);

export const ItemDocument = graphql(`
  query Item($id: ID!) {
    menuItem(id: $id) {
      ...MenuRow
    }
  }
`);

export type Menu = NonNullable<NonNullable<ResultOf<typeof MenuDocument>['viewer']>['tenant']>['menus'][number];
export type MenuSection = Menu['sections'][number];
export type Item = MenuRowFragment;
