import type { Cache } from '@urql/exchange-graphcache';
import { takeOff } from '../graph/cache-lists.ts';
import { cacheRules } from '../graph/cache-rules.ts';
import type { Money } from '../money/money.ts';

export const rules = cacheRules({
  lists: ['Tenant.modifierGroups', 'Tenant.dayParts'],
  on: {
    createModifierGroup: 'modifierGroups',
    removeModifierGroup: 'modifierGroups',
    restoreModifierGroup: 'modifierGroups',
    removeModifierOption: 'modifierGroups',
    modifierGroupChanged: ({ kind }) => (kind === 'UPDATED' ? undefined : 'modifierGroups'),
    createDayPart: 'dayParts',
    removeDayPart: 'dayParts',
    restoreDayPart: 'dayParts',
    dayPartChanged: 'dayParts',
    removeMenuItem: (_, { id }, cache) => {
      takeItemOff(cache, id);
    },
    menuChanged: ({ kind, itemId }, _, cache) => {
      if (kind === 'REMOVED') takeItemOff(cache, itemId);
    },
    removeMenuSection: (_, { id }, cache) => {
      takeSectionOff(cache, id);
    },
    menuSectionChanged: ({ kind, sectionId }, _, cache) => {
      if (kind === 'REMOVED') takeSectionOff(cache, sectionId);
    },
  },
  optimistic: {
    setMenuItemAvailability: ({ id, available }) => ({
      __typename: 'MenuItem',
      id: String(id),
      available: Boolean(available),
    }),
    updateMenuItem: ({ id, input }) => ({ __typename: 'MenuItem', id: String(id), ...newPrice(input) }),
    reorderMenuSections: ({ menuId, sectionIds }) => ({
      __typename: 'Menu',
      id: String(menuId),
      sections: (sectionIds as string[]).map((id) => ({ __typename: 'MenuSection', id })),
    }),
    arrangeMenuItems: ({ sections }) =>
      (sections as { sectionId: string; itemIds: string[] }[]).map(({ sectionId, itemIds }) => {
        const section = { __typename: 'MenuSection', id: sectionId };
        return { ...section, items: itemIds.map((id) => ({ __typename: 'MenuItem', id, section })) };
      }),
  },
});

function takeItemOff(cache: Cache, id: unknown) {
  takeOff(cache, { __typename: 'MenuItem', id: String(id) }, 'section', 'items');
}

function takeSectionOff(cache: Cache, id: unknown) {
  takeOff(cache, { __typename: 'MenuSection', id: String(id) }, 'menu', 'sections');
}

/** A price shows as saved while it is on its way; everything else waits for the answer. */
function newPrice(input: unknown) {
  if (typeof input !== 'object' || input === null || !('price' in input)) return {};
  return { price: { __typename: 'Money', ...(input.price as Money) } };
}
