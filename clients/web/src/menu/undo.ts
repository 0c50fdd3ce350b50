import { graphql } from '../generated/gql.ts';
import type { UpdateMenuItemInput, UpdateMenuSectionInput } from '../generated/graphql.ts';
import type { Money } from '../money/money.ts';
import type { Undo, Values } from '../shell/area.ts';
import { byLocale, localized, nameOf } from '../words/text-in.ts';
import { ModifierGroup, ModifierOption } from './choices/undo.ts';
import { DayPart } from './hours/undo.ts';
import { RestoreItemDocument, RestoreSectionDocument } from './restore.ts';
import { MenuItemAtLocation, PriceChange } from './sale/undo.ts';

const ItemNowDocument = graphql(`
  query ItemNow($id: ID!) {
    menuItem(id: $id) {
      ...MenuRow
      ...ItemSale
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
  fields: [
    ...['price.amount', 'price.currency', 'names', 'descriptions', 'available', 'allergens', 'calories'],
    ...['taxClass', 'channels', 'dayParts', 'modifierGroups'],
  ],
  async read(client, id) {
    const { data, error } = await client.query(ItemNowDocument, { id }, fresh);
    if (error) throw error;
    const item = data?.menuItem;
    if (!item) return undefined;
    const { price, names, descriptions, available, allergens, calories, taxClass, channels, version } = item;
    const values = {
      'price.amount': price.amount,
      'price.currency': price.currency,
      names: byLocale(names),
      descriptions: byLocale(descriptions),
      ...{ available, allergens, calories, taxClass, channels },
      dayParts: idsOf(item.dayParts),
      modifierGroups: idsOf(item.modifierGroups),
    };
    return { version, values };
  },
  async write(client, id, now, { available, ...values }) {
    if (typeof available === 'boolean')
      return (await client.mutation(TakeBackAvailabilityDocument, { id, available })).error;
    const { 'price.amount': amount, 'price.currency': currency } = { ...now.values, ...values };
    const isPriced = 'price.amount' in values || 'price.currency' in values;
    const price = isPriced && { price: { amount, currency } as Money };
    const { names, descriptions, modifierGroups, allergens, calories, taxClass } = values;
    const facts = { allergens, calories, taxClass };
    const input = {
      ...{ version: now.version, ...price, ...nameOf(names), ...offerOf(values) },
      ...(descriptions !== undefined && { description: localized(descriptions as Record<string, string>) }),
      ...(Array.isArray(modifierGroups) && { modifierGroupIds: modifierGroups }),
      ...(facts as Pick<UpdateMenuItemInput, keyof typeof facts>),
    };
    return (await client.mutation(TakeBackItemDocument, { id, input })).error;
  },
  restore: async (client, id) => (await client.mutation(RestoreItemDocument, { id })).error,
};

const MenuSection: Undo = {
  scope: 'menu:write',
  fields: ['names', 'items', 'channels', 'dayParts'],
  async read(client, id) {
    const { data, error } = await client.query(SectionsNowDocument, {}, fresh);
    if (error) throw error;
    const sections = data?.viewer?.tenant?.menus.flatMap((menu) => menu.sections) ?? [];
    const section = sections.find((each) => each.id === id);
    if (!section) return undefined;
    const { names, items, channels, dayParts, version } = section;
    const lists = { items: idsOf(items), channels, dayParts: idsOf(dayParts) };
    return { version, values: { names: byLocale(names), ...lists } };
  },
  async write(client, id, { version }, values) {
    const { items } = values;
    if (Array.isArray(items)) return (await client.mutation(TakeBackItemOrderDocument, { id, itemIds: items })).error;
    const input = { version, ...nameOf(values.names), ...offerOf(values) };
    return (await client.mutation(TakeBackSectionDocument, { id, input })).error;
  },
  restore: async (client, id) => (await client.mutation(RestoreSectionDocument, { id })).error,
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

export const undo: Readonly<Record<string, Undo>> = {
  ...{ MenuItem, MenuItemAtLocation, MenuSection, Menu },
  ...{ ModifierGroup, ModifierOption, DayPart, PriceChange },
};

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

/** In which ways and hours something was sold. */
function offerOf({ channels, dayParts }: Values): Pick<UpdateMenuSectionInput, 'channels' | 'dayPartIds'> {
  const offer = { channels, dayPartIds: dayParts } as Pick<UpdateMenuSectionInput, 'channels' | 'dayPartIds'>;
  return {
    ...(offer.channels && { channels: offer.channels }),
    ...(offer.dayPartIds && { dayPartIds: offer.dayPartIds }),
  };
}
