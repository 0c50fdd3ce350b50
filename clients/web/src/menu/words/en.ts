import { capitalizedAllergens } from '@mycelium/schema/allergens';

const menu = {
  newItem: 'New item',
  newItemIn: 'New item in {{section}}',
  search: 'Search the menu',
  show: 'Show',
  all: 'All',
  availableItems: 'Available',
  soldOutItems: 'Sold out',
  soldOutOf: 'Sold out: {{name}}',
  priceOf: 'Price of {{name}}',
  priceIn: 'Price ({{currency}})',
  priceConflict: 'Somebody just set it to {{theirs}}. Press Enter to use {{mine}}, or Esc to keep {{theirs}}.',
  isSoldOut: '{{name}} is sold out.',
  isAvailable: '{{name}} is available again.',
  isRemoved: 'Removed {{name}} from the menu.',
  priceSet: '{{name}}: {{before}} → {{after}}.',
  isMoved: 'Moved {{name}}. It is now {{place}} of {{all}}.',
  select: 'Select several',
  choose: 'Select {{name}}',
  chosen_one: '{{count}} selected',
  chosen_other: '{{count}} selected',
  percent: 'By %',
  newPrices: 'New prices',
  setPrices_one: 'Set {{count}} price',
  setPrices_other: 'Set {{count}} prices',
  moveTo: 'Move to…',
  pricesSet_one: 'Changed {{count}} price.',
  pricesSet_other: 'Changed {{count}} prices.',
  manySoldOut_one: '{{count}} item is sold out.',
  manySoldOut_other: '{{count}} items are sold out.',
  manyAvailable_one: '{{count}} item is available again.',
  manyAvailable_other: '{{count}} items are available again.',
  manyMoved_one: 'Moved {{count}} item.',
  manyMoved_other: 'Moved {{count}} items.',
  keys: '/ search · ↑↓ move · E price · S sold out',
  emptySection: 'No items yet.',
  emptyTitle: 'Your menu starts here',
  emptyText:
    'This place has no menu yet. Once it has sections, you manage its items here: names, prices, what is sold out.',
  nothingFound: 'No matching items',
  nothingFoundText: 'Nothing on the menu matches your search.',
  showAll: 'Show all items',
} as const;

const section = {
  new: 'New section',
  create: 'Add to menu',
  saved: 'Saved {{name}}.',
  menu: 'Menu',
  remove: 'Remove from menu',
  removeQuestion: 'Remove {{name}} from the menu?',
  removeText: 'Boards that show it will leave it out.',
  hasItems_one: 'It still has {{count}} item. Remove it from the menu before you remove the section.',
  hasItems_other: 'It still has {{count}} items. Remove them from the menu before you remove the section.',
  goneTitle: 'Section not found',
  goneText: 'This section was removed, or the address is wrong.',
} as const;

const item = {
  name: 'Name ({{language}})',
  description: 'Description ({{language}})',
  price: 'Price ({{currency}})',
  calories: 'Calories (kcal)',
  allergens: 'Allergens',
  section: 'Section',
  create: 'Add to menu',
  saved: 'Saved {{name}}.',
  changed: 'Changed',
  up: 'Up',
  down: 'Down',
  remove: 'Remove from menu',
  goneTitle: 'Item not found',
  goneText: 'This item was removed from the menu, or the address is wrong.',
} as const;

const allergen = capitalizedAllergens('en');

export const words = { menu, section, item, allergen } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createMenuItem: 'Created an item',
  createUpload: 'Started to upload a picture',
  updateMenuItem: 'Changed an item',
  setMenuItemAvailability: 'Marked an item as sold out or available',
  setMenuItemPrices: 'Changed the prices of several items',
  setMenuItemsAvailability: 'Marked several items as sold out or available',
  arrangeMenuItems: 'Reordered or moved items',
  reorderMenuItems: 'Reordered items',
  removeMenuItem: 'Removed an item from the menu',
  restoreMenuItem: 'Put an item back on the menu',
  createMenuSection: 'Created a section',
  updateMenuSection: 'Changed a section',
  reorderMenuSections: 'Reordered sections',
  removeMenuSection: 'Removed a section',
  createRestaurant: 'Added a brand',
  updateRestaurant: 'Renamed a brand',
  closeRestaurant: 'Closed a brand',
  reopenRestaurant: 'Reopened a brand',
  createLocation: 'Opened a location',
  updateLocation: 'Changed a location',
  closeLocation: 'Closed a location',
  reopenLocation: 'Reopened a location',
  setPortions: 'Counted what is left of an item',
  setMenuItemAtLocation: 'Changed an item at one location',
  setMenuItemAvailabilityAt: 'Marked an item as sold out or available at one location',
  planPriceChange: 'Planned a price',
  removePriceChange: 'Took a planned price back',
  createDayPart: 'Created hours',
  updateDayPart: 'Changed hours',
  removeDayPart: 'Removed hours',
  'apply-price': 'A planned price came',
  createModifierGroup: 'Created a choice',
  updateModifierGroup: 'Changed a choice',
  removeModifierGroup: 'Removed a choice',
  restoreModifierGroup: 'Restored a choice',
  createModifierOption: 'Created an option',
  updateModifierOption: 'Changed an option',
  setModifierOptionAvailability: 'Marked an option as sold out or available',
  reorderModifierOptions: 'Reordered options',
  removeModifierOption: 'Removed an option',
  restoreModifierOption: 'Restored an option',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  menu: {
    about: 'Menu',
    read: 'Read the menu',
    write: 'Change the menu',
    availability: 'Mark items sold out',
  },
  location: {
    about: 'Locations',
    write: 'Change brands and locations',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Menu: 'Menu',
    MenuSection: 'Section',
    MenuItem: 'Item',
    Restaurant: 'Brand',
    Location: 'Location',
    DayPart: 'Hours',
    MenuItemAtLocation: 'Item at a location',
    PriceChange: 'Planned price',
    ModifierGroup: 'Choice',
    ModifierOption: 'Option',
  },
  field: {
    Restaurant: {
      name: 'name',
      closedAt: 'closed',
    },
    Location: {
      name: 'name',
      address: 'address',
      city: 'city',
      phone: 'phone',
      timeZone: 'time zone',
      currency: 'currency',
      dayStart: 'start of the day',
      taxCountry: 'country of its taxes',
      receiptHead: 'head of its receipts',
      closedAt: 'closed',
    },
    MenuItem: {
      names: 'name',
      descriptions: 'description',
      price: 'price',
      available: 'available',
      allergens: 'allergens',
      calories: 'calories',
      imageUrl: 'picture',
      section: 'section',
      portionsLeft: 'portions left',
      taxClass: 'tax class',
      channels: 'ways to order',
      dayParts: 'hours',
      modifierGroups: 'choices',
    },
    MenuSection: {
      names: 'name',
      items: 'order',
      channels: 'ways to order',
      dayParts: 'hours',
    },
    Menu: {
      names: 'name',
      sections: 'order',
    },
    DayPart: {
      names: 'name',
      days: 'days',
      from: 'from',
      to: 'to',
    },
    MenuItemAtLocation: {
      price: 'price',
      available: 'available',
      hidden: 'off the menu',
      portionsLeft: 'portions left',
    },
    PriceChange: {
      price: 'price',
      startsAt: 'from',
    },
    ModifierGroup: {
      names: 'name',
      min: 'at least',
      max: 'at most',
      free: 'free',
      priceRule: 'price',
      options: 'order',
    },
    ModifierOption: {
      names: 'name',
      price: 'price',
      available: 'available',
      allergens: 'allergens',
      maxQuantity: 'at most',
      nested: 'further choice',
    },
  },
  value: {
    MenuItem: {
      allergens: allergen,
    },
    ModifierOption: {
      allergens: allergen,
    },
  },
  sentence: {
    MenuItem: {
      CREATED: '{{who}} put {{name}} on the menu',
      price: '{{who}} set {{name}} from {{before}} to {{after}}',
      names: '{{who}} renamed {{before}} to {{after}}',
      descriptions: '{{who}} changed the description of {{name}}',
      available_true: '{{who}} put {{name}} back on sale',
      available_false: '{{who}} marked {{name}} as sold out',
      section: '{{who}} moved {{name}} to another section',
      imageUrl: '{{who}} gave {{name}} another picture',
      imageUrl_none: '{{who}} removed the picture of {{name}}',
      removedAt: '{{who}} took {{name}} off the menu',
      removedAt_none: '{{who}} put {{name}} back on the menu',
    },
    MenuSection: {
      CREATED: '{{who}} added the section {{name}}',
      names: '{{who}} renamed the section {{before}} to {{after}}',
      items: '{{who}} put the items of {{name}} in another order',
      removedAt: '{{who}} removed the section {{name}}',
    },
    Menu: {
      names: '{{who}} renamed the menu {{before}} to {{after}}',
      sections: '{{who}} put the sections of {{name}} in another order',
    },
    DayPart: {
      CREATED: '{{who}} added the hours {{name}}',
      names: '{{who}} renamed the hours {{before}} to {{after}}',
      REMOVED: '{{who}} removed the hours {{name}}',
    },
    ModifierGroup: {
      CREATED: '{{who}} added the choice {{name}}',
      names: '{{who}} renamed the choice {{before}} to {{after}}',
      options: '{{who}} put the options of {{name}} in another order',
      removedAt: '{{who}} removed the choice {{name}}',
      removedAt_none: '{{who}} restored the choice {{name}}',
    },
    ModifierOption: {
      CREATED: '{{who}} added the option {{name}}',
      price: '{{who}} set the option {{name}} from {{before}} to {{after}}',
      names: '{{who}} renamed the option {{before}} to {{after}}',
      available_true: '{{who}} put the option {{name}} back on sale',
      available_false: '{{who}} marked the option {{name}} as sold out',
      removedAt: '{{who}} removed the option {{name}}',
      removedAt_none: '{{who}} restored the option {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
