import { capitalizedAllergens } from '@mycelium/schema/allergens';

const menu = {
  newItem: 'New item',
  newItemIn: 'New item in {{section}}',
  search: 'Search the menu',
  show: 'Show',
  all: 'All',
  soldOutOf: 'Sold out: {{name}}',
  priceOf: 'Price of {{name}}',
  priceIn: 'Price ({{currency}})',
  priceConflict: 'Somebody changed it to {{theirs}} meanwhile. Enter sets {{mine}}, Escape keeps theirs.',
  isSoldOut: '{{name}} is sold out.',
  isAvailable: '{{name}} is available again.',
  isRemoved: '{{name}} is off the menu.',
  keys: '/ search · ↑↓ move · E price · S sold out',
  emptySection: 'No items yet.',
  emptyTitle: 'Your menu starts here',
  emptyText:
    'There is no menu for this place yet. As soon as it has sections, its items are kept here: names, prices, what is sold out.',
  nothingFound: 'No item fits',
  nothingFoundText: 'Nothing on the menu matches what you search for.',
  showAll: 'Show all items',
} as const;

const section = {
  new: 'New section',
  create: 'Add to the menu',
  saved: '{{name}} is saved.',
  menu: 'Menu',
  remove: 'Remove section',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'Boards that show it will leave it out.',
  hasItems_one: 'It still has {{count}} item. Take it off the menu before you remove the section.',
  hasItems_other: 'It still has {{count}} items. Take them off the menu before you remove the section.',
  goneTitle: 'Not on the menu',
  goneText: 'This section was removed, or the address is wrong.',
} as const;

const item = {
  name: 'Name ({{language}})',
  description: 'Description ({{language}})',
  price: 'Price ({{currency}})',
  calories: 'Calories (kcal)',
  allergens: 'Allergens',
  section: 'Section',
  create: 'Put on the menu',
  saved: '{{name}} is saved.',
  changed: 'Changed',
  up: 'Up',
  down: 'Down',
  remove: 'Take off the menu',
  goneTitle: 'Not on the menu',
  goneText: 'This item was taken off the menu, or the address is wrong.',
  contested: 'Somebody else changed this too. Saving sets yours.',
  contestedBy: 'Somebody else set this to “{{theirs}}”. Saving sets yours.',
} as const;

const allergen = capitalizedAllergens('en');

export const words = { menu, section, item, allergen } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createMenuItem: 'Made an item',
  createUpload: 'Began to upload a picture',
  updateMenuItem: 'Changed an item',
  setMenuItemAvailability: 'Said whether an item is sold out',
  reorderMenuItems: 'Put items in order',
  removeMenuItem: 'Took an item off the menu',
  restoreMenuItem: 'Put an item back on the menu',
  createMenuSection: 'Made a section',
  updateMenuSection: 'Changed a section',
  reorderMenuSections: 'Put sections in order',
  removeMenuSection: 'Removed a section',
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
