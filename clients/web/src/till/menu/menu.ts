import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const TillMenuDocument = graphql(`
  query TillMenu($locationId: ID!) {
    position: feedPosition
    viewer {
      id
      tenant {
        id
        menus {
          id
          restaurant {
            id
            locations {
              id
            }
          }
          sections {
            id
            names {
              locale
              text
            }
            channels
            dayParts {
              id
              days
              from
              to
            }
            items {
              id
              ...TillItem
            }
          }
        }
        modifierGroups {
          id
          names {
            locale
            text
          }
          min
          max
          free
          priceRule
          options {
            id
            names {
              locale
              text
            }
            price {
              amount
              currency
            }
            available
            allergens
            maxQuantity
            nested {
              id
            }
          }
        }
      }
    }
  }

  fragment TillItem on MenuItem {
    id
    version
    names {
      locale
      text
    }
    price {
      amount
      currency
    }
    available
    portionsLeft
    allergens
    taxClass
    channels
    dayParts {
      id
      days
      from
      to
    }
    modifierGroups {
      id
    }
    atLocation(locationId: $locationId) {
      id
      price {
        amount
        currency
      }
      available
      hidden
      portionsLeft
    }
  }
`);

const TillMenuFeedDocument = graphql(`
  subscription TillMenuFeed($tenantId: ID!, $locationId: ID!, $after: Cursor) {
    menuChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      itemId
      item {
        id
        ...TillItem
      }
    }
  }
`);

const TillSectionFeedDocument = graphql(`
  subscription TillSectionFeed($tenantId: ID!, $after: Cursor) {
    menuSectionChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      sectionId
    }
  }
`);

const TillGroupFeedDocument = graphql(`
  subscription TillGroupFeed($tenantId: ID!, $after: Cursor) {
    modifierGroupChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      groupId
    }
  }
`);

const TillHoursFeedDocument = graphql(`
  subscription TillHoursFeed($tenantId: ID!, $after: Cursor) {
    dayPartChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      dayPartId
    }
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof TillMenuDocument>['viewer']>['tenant']>;
export type Section = Tenant['menus'][number]['sections'][number];
export type Item = Section['items'][number];
export type Group = Tenant['modifierGroups'][number];

/** What a location sells, with what guests choose from. */
export interface Menu {
  position: string | null;
  sections: readonly Section[];
  groups: readonly Group[];
}

export function menuAt(tenantId: string, locationId: string): Source<Menu> {
  const askAnew = (_: Menu) => undefined;
  return {
    name: `menu ${locationId}`,
    format: 3,
    async load(client) {
      const { data, error } = await client.query(TillMenuDocument, { locationId }).toPromise();
      const tenant = data?.viewer?.tenant;
      if (!tenant || error) return { error };
      const here = tenant.menus.filter(({ restaurant }) => restaurant.locations.some(({ id }) => id === locationId));
      const sections = here.flatMap((menu) => menu.sections);
      return { value: { position: data.position ?? null, sections, groups: tenant.modifierGroups } };
    },
    positionOf: ({ position }) => position,
    feeds: [
      feedOf(TillMenuFeedDocument, { tenantId, locationId }, (menu: Menu, { menuChanged: { kind, item } }) =>
        item && (kind === 'UPDATED' || kind === 'AVAILABILITY') ? withItem(menu, item) : undefined,
      ),
      feedOf(TillSectionFeedDocument, { tenantId }, askAnew),
      feedOf(TillGroupFeedDocument, { tenantId }, askAnew),
      feedOf(TillHoursFeedDocument, { tenantId }, askAnew),
    ],
  };
}

/** With an item as it is now; undefined where the menu does not have it. */
function withItem(menu: Menu, item: Item): Menu | undefined {
  if (!menu.sections.some(({ items }) => items.some(({ id }) => id === item.id))) return undefined;
  const sections = menu.sections.map((section) => ({
    ...section,
    items: section.items.map((each) => (each.id === item.id ? item : each)),
  }));
  return { ...menu, sections };
}
