import { product } from '../../words/products/en.ts';

const services = {
  since: 'Changed',
  toSync: 'See its sync',
  switchOn: 'Switch on',
  resume: 'Resume',
  pause: 'Pause',
  pauseQuestion: 'Pause {{name}}?',
  pauseText: 'Syncing stops immediately, and it gets no changes until you resume it. Its settings are kept.',
  switchOff: 'Switch off',
  switchOffQuestion: 'Switch off {{name}}?',
  switchOffText: 'Syncing stops immediately, and it gets no more changes. You can switch it on again later.',
  isOn: 'Switched on {{name}}.',
  isPaused: 'Paused {{name}}.',
  isOff: 'Switched off {{name}}.',
  saved: 'Saved {{name}}.',
  noSettings: 'It needs no settings: it reads your menu directly.',
  baseUrl: 'Address of its catalogue',
  account: 'Account ID in this product',
  domain: 'Domain of the website',
  token: 'Secret token',
  tokenOnce: 'The token this product requires from us. It will not be shown again.',
  tokenStays: 'Never shown. Leave empty to keep the current one.',
  goneTitle: 'Product not found',
  goneText: 'There is no product with this address.',
} as const;

export const words = { services } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  enableService: 'Switched a product on',
  updateService: 'Changed a product',
  disableService: 'Switched a product off',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  service: {
    about: 'Products',
    read: 'See products',
    write: 'Switch products on and off',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    ProductService: 'Product',
  },
  field: {
    ProductService: {
      status: 'state',
      config: 'settings',
      since: 'since',
      baseUrl: 'address',
      account: 'account',
      domain: 'domain',
    },
  },
  value: {
    ProductService: {
      name: product,
      status: {
        ACTIVE: 'on',
        PAUSED: 'paused',
        OFF: 'off',
      },
    },
  },
  sentence: {
    ProductService: {
      CREATED: '{{who}} switched {{name}} on',
      status_ACTIVE: '{{who}} switched {{name}} on again',
      status_PAUSED: '{{who}} paused {{name}}',
      status_OFF: '{{who}} switched {{name}} off',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
