import type { Content, Item, MenuChange } from './content.ts';

/** A small board for tests: two sections, three items, one of them sold out. */
export function sampleItem(id: string, given: Partial<Item> = {}): Item {
  return {
    __typename: 'MenuItem',
    id,
    names: [
      { __typename: 'LocalizedText', locale: 'es', text: `${id} es` },
      { __typename: 'LocalizedText', locale: 'en', text: `${id} en` },
    ],
    descriptions: [],
    price: { __typename: 'Money', amount: 450, currency: 'USD' },
    available: true,
    allergens: [],
    calories: null,
    version: 3,
    section: { __typename: 'MenuSection', id: 'tacos' },
    ...given,
  };
}

export function sampleContent(board: Partial<NonNullable<Content['board']>> = {}): Content {
  const section = (id: string, items: Item[]) => ({
    __typename: 'MenuSection' as const,
    id,
    names: [{ __typename: 'LocalizedText' as const, locale: 'es', text: id }],
    items,
  });
  return {
    __typename: 'Display',
    id: 'display',
    name: 'Barra',
    tenant: { __typename: 'Tenant', id: 'tenant', name: 'Las Reinas', languages: ['es', 'en'], currency: 'USD' },
    board: {
      __typename: 'MenuBoard',
      id: 'board',
      name: 'Tacos y más',
      columns: 3,
      soldOut: 'GREY',
      languages: ['es', 'en'],
      showCalories: false,
      showAllergens: true,
      version: 1,
      sections: [
        section('tacos', [sampleItem('pastor'), sampleItem('suadero', { available: false })]),
        section('aguas', [sampleItem('jamaica', { section: { __typename: 'MenuSection', id: 'aguas' } })]),
      ],
      ...board,
    },
  };
}

export function sampleChange(kind: MenuChange['kind'], item: Item, isGone?: 'gone'): MenuChange {
  const tenant = { __typename: 'Tenant' as const, name: 'Las Reinas' };
  return {
    __typename: 'MenuChange',
    cursor: '1-0',
    kind,
    itemId: item.id,
    item: isGone ? null : { ...item, tenant },
  };
}
