import { graphql } from '../generated/gql.ts';
import type { Money } from '../money/money.ts';
import type { Undo, Values } from '../shell/area.ts';
import { byLocale, type Localized, localized } from '../words/text-in.ts';
import { MenuItemAtLocation } from './sale/undo.ts';

const ItemNowDocument = graphql(`
  query ItemNow($id: ID!) {
    menuItem(id: $id) {
      ...MenuRow
    }
  }
`);

const SectionsNowDocument = graphql(`
  query SectionsNow {
    viewer {
      id
      tenant {
        id
        menus {
          id
          sections {
            ...SectionRow
            items {
              id
            }
          }
        }
      }
    }
  }
`);

const TakeBackItemDocument = graphql(`
  mutation TakeBackItem($id: ID!, $input: UpdateMenuItemInput!) {
    updateMenuItem(id: $id, input: $input) {
      ...MenuRow
    }
  }
`);

const TakeBackAvailabilityDocument = graphql(`
  mutation TakeBackAvailability($id: ID!, $available: Boolean!) {
    setMenuItemAvailability(id: $id, available: $available) {
      ...MenuRow
    }
  }
`);

const TakeBackSectionDocument = graphql(`
  mutation TakeBackSection($id: ID!, $input: UpdateMenuSectionInput!) {
    updateMenuSection(id: $id, input: $input) {
      ...SectionRow
    }
  }
`);

const TakeBackItemOrderDocument = graphql(`
  mutation TakeBackItemOrder($id: ID!, $itemIds: [ID!]!) {
    reorderMenuItems(sectionId: $id, itemIds: $itemIds) {
      id
      items {
        id
      }
    }
  }
`);

const TakeBackSectionOrderDocument = graphql(`
  mutation TakeBackSectionOrder($id: ID!, $sectionIds: [ID!]!) {
    reorderMenuSections(menuId: $id, sectionIds: $sectionIds) {
      id
      sections {
        id
      }
    }
  }
`);

const fresh = { requestPolicy: 'network-only' } as const;

const MenuItem: Undo = {
  scope: 'menu:write',
  fields: ['price.amount', 'price.currency', 'names', 'available'],
  async read(client, id) {
    const { data, error } = await client.query(ItemNowDocument, { id }, fresh);
    if (error) throw error;
    const item = data?.menuItem;
    if (!item) return undefined;
    const { price, names, available, version } = item;
    const values = {
      'price.amount': price.amount,
      'price.currency': price.currency,
      names: byLocale(names),
      available,
    };
    return { version, values };
  },
  async write(client, id, now, { available, ...values }) {
    if (typeof available === 'boolean')
      return (await client.mutation(TakeBackAvailabilityDocument, { id, available })).error;
    const { 'price.amount': amount, 'price.currency': currency } = { ...now.values, ...values };
    const isPriced = 'price.amount' in values || 'price.currency' in values;
    const price = isPriced && { price: { amount, currency } as Money };
    const input = { version: now.version, ...price, ...nameOf(values) };
    return (await client.mutation(TakeBackItemDocument, { id, input })).error;
  },
};

const MenuSection: Undo = {
  scope: 'menu:write',
  fields: ['names', 'items'],
  async read(client, id) {
    const { data, error } = await client.query(SectionsNowDocument, {}, fresh);
    if (error) throw error;
    const sections = data?.viewer?.tenant?.menus.flatMap((menu) => menu.sections) ?? [];
    const section = sections.find((each) => each.id === id);
    if (!section) return undefined;
    const { names, items, version } = section;
    return { version, values: { names: byLocale(names), items: items.map((item) => item.id) } };
  },
  async write(client, id, { version }, values) {
    const { items } = values;
    if (!Array.isArray(items))
      return (await client.mutation(TakeBackSectionDocument, { id, input: { version, ...nameOf(values) } })).error;
    return (await client.mutation(TakeBackItemOrderDocument, { id, itemIds: items })).error;
  },
};

const Menu: Undo = {
  scope: 'menu:write',
  fields: ['sections'],
  async read(client, id) {
    const { data, error } = await client.query(SectionsNowDocument, {}, fresh);
    if (error) throw error;
    const menu = data?.viewer?.tenant?.menus.find((each) => each.id === id);
    return menu && { version: 0, values: { sections: menu.sections.map((section) => section.id) } };
  },
  async write(client, id, _now, { sections }) {
    const sectionIds = Array.isArray(sections) ? sections : [];
    return (await client.mutation(TakeBackSectionOrderDocument, { id, sectionIds })).error;
  },
};

export const undo: Readonly<Record<string, Undo>> = { MenuItem, MenuItemAtLocation, MenuSection, Menu };

function nameOf({ names }: Values): { name?: Localized[] } {
  return names ? { name: localized(names as Record<string, string>) } : {};
}
