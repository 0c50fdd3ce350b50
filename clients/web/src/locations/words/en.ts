const location = {
  new: 'New location',
  create: 'Open location',
  saved: 'Saved {{name}}.',
  name: 'Name',
  address: 'Street and number',
  city: 'City',
  phone: 'Phone',
  restaurant: 'Brand',
  taxCountry: 'Country of its taxes',
  taxCountryHint: 'Proposes the usual taxes of a country. Those that hold are under Taxes.',
  smallestCoin: 'Smallest coin',
  notRounded: 'Cash is not rounded',
  receiptHead: 'Top of each receipt',
  receiptHint: 'At most {{lines}} lines of {{characters}} characters.',
  receiptPreview: 'How receipts begin',
  close: 'Close location',
  isClosed: 'Closed {{name}}. Its orders stay.',
  reopen: 'Reopen',
  isReopened: 'Reopened {{name}}.',
  closedText: 'Closed. Nothing can be sold here; what was sold stays with {{name}}.',
  state: {
    open: 'Open',
    closed: 'Closed',
  },
  of: 'Locations of {{name}}',
  noneTitle: '{{name}} has no location yet',
  noneText: 'Open one to sell there: orders, drawers and kitchens belong to a location.',
  emptyTitle: 'Your business starts here',
  emptyText: 'Add a brand first, then the locations where it sells.',
  goneTitle: 'Location not found',
  goneText: 'There is no location at this address.',
} as const;

const brand = {
  title: 'Brands',
  new: 'New brand',
  create: 'Add brand',
  open: 'Rename or close {{name}}',
  name: 'Name',
  close: 'Close brand',
  closeText: 'It disappears from tills and menus. What was sold stays.',
  closeLater_one: '{{count}} of its locations is open. Close it first.',
  closeLater_other: '{{count}} of its locations are open. Close them first.',
  goneTitle: 'Brand not found',
  goneText: 'There is no brand at this address.',
} as const;

const tax = {
  title: 'Taxes',
  new: 'New tax',
  create: 'Add tax',
  name: 'Name',
  nameHint: 'As receipts call it.',
  percent: 'Percent',
  percentHint: '16 or 9.5',
  noPercent: 'Enter a number from 0 to 100 with at most 4 decimals.',
  rate: '{{percent}}%',
  how: 'How prices have it',
  included: 'In the price',
  added: 'On top of the price',
  onEverything: 'On everything',
  classes: 'Tax classes',
  classesHint: 'Items of these classes. Leave empty for all.',
  channels: 'Ways to order',
  channelsHint: 'Choose none for all of them.',
  location: 'Where',
  everywhere: 'At every location',
  locationStays: 'Where a tax holds stays as it is; add another tax for another location.',
  base: 'Is taken of these taxes, too',
  baseHint: 'As where a sales tax is taken of the price with the excise in it.',
  onServiceCharge: 'Service charges are taxed, too',
  example: 'An example',
  examplePrice: 'Price on the menu',
  exampleIncluded: '{{sum}} of it ({{percent}}%)',
  exampleAdded: '{{sum}} on top ({{percent}}%)',
  exampleBase: 'also of {{taxes}}',
  examplePays: 'The guest pays',
  remove: 'Remove tax',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'Orders that were taken keep it; new ones are without it.',
  emptyTitle: 'No taxes yet',
  emptyText: 'Prices are sold as they are on the menu. Add a tax to have it on receipts and in reports.',
  goneTitle: 'Tax not found',
  goneText: 'This tax was removed, or the address is wrong.',
} as const;

const usual = {
  title: 'Usual taxes in {{country}}',
  check: 'These are rates as of 2026, included in the price. Please check them with your accountant.',
  classes: 'On items of the class {{classes}}',
  holding: 'What holds here already: {{taxes}}.',
  add: 'Add these taxes',
  added: 'Added {{taxes}}.',
  none: 'No tax holds here yet',
  noneText: '{{country}}: there is no single rate to propose. Ask your accountant which taxes you need.',
} as const;

export const words = { location, brand, tax, usual } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createRestaurant: 'Added a brand',
  updateRestaurant: 'Renamed a brand',
  closeRestaurant: 'Closed a brand',
  reopenRestaurant: 'Reopened a brand',
  createLocation: 'Opened a location',
  updateLocation: 'Changed a location',
  closeLocation: 'Closed a location',
  reopenLocation: 'Reopened a location',
  createTaxRule: 'Added a tax',
  updateTaxRule: 'Changed a tax',
  removeTaxRule: 'Removed a tax',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  location: {
    about: 'Locations',
    write: 'Change brands and locations',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Restaurant: 'Brand',
    Location: 'Location',
    TaxRule: 'Tax',
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
      smallestCoin: 'smallest coin',
      receiptHead: 'head of its receipts',
      closedAt: 'closed',
    },
    TaxRule: {
      name: 'name',
      rate: 'rate',
      inclusive: 'in prices',
      taxClasses: 'tax classes',
      channels: 'channels',
      locationId: 'location',
      baseIncludes: 'taxes it taxes',
      onServiceCharge: 'on service charges',
      removedAt: 'removal',
    },
  },
  value: {
    TaxRule: {
      channels: {
        DINE_IN: 'Dine in',
        TAKEAWAY: 'Takeaway',
        DELIVERY: 'Delivery',
        ONLINE: 'Online',
      },
    },
  },
  sentence: {
    Location: {
      CREATED: '{{who}} opened the location {{name}}',
      name: '{{who}} renamed the location {{before}} to {{after}}',
      closedAt: '{{who}} closed the location {{name}}',
      closedAt_none: '{{who}} reopened the location {{name}}',
    },
    Restaurant: {
      CREATED: '{{who}} added the brand {{name}}',
      name: '{{who}} renamed the brand {{before}} to {{after}}',
      closedAt: '{{who}} closed the brand {{name}}',
      closedAt_none: '{{who}} reopened the brand {{name}}',
    },
    TaxRule: {
      CREATED: '{{who}} added the tax {{name}}',
      rate: '{{who}} changed the rate of {{name}} from {{before}} to {{after}}',
      removedAt: '{{who}} removed the tax {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
