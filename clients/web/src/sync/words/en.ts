import { product } from '../../words/products/en.ts';

const sync = {
  hasFailed: 'The sync with {{product}} failed',
  waitsForYou: 'The sync with {{product}} needs your approval',
  SUCCESS: 'In sync',
  SYNCING: 'Syncing…',
  PENDING: 'Waiting',
  ERROR: 'Failed',
  show: 'Show',
  all: 'All',
  view: 'Part of the sync',
  lastGood: 'Last successful sync',
  never: 'Never synced',
  conflicts_one: '{{count}} conflict to resolve',
  conflicts_other: '{{count}} conflicts to resolve',
  refresh: 'Refresh',
  elsewhereOld: 'What you see of other businesses is as of when you opened this page.',
  noErrorTitle: 'No failed syncs',
  noErrorText: 'Every sync succeeded or is running now.',
  emptyTitle: 'Nothing to sync yet',
  emptyText: 'Switch on a product with its own catalogue: from then on it and the menu are kept in sync.',
  toServices: 'See the services',
  goneTitle: 'Sync not found',
  goneText: 'This sync does not exist, or the address is wrong.',
  elsewhere: 'This sync belongs to {{tenant}}. To run or change it, switch to {{tenant}}.',
  workFor: 'Switch to {{tenant}}',
  failedTitle: 'The last sync failed',
  oldStays: 'What was synced before is still there.',
  isOff: 'This product is not switched on, so nothing is synced.',
  toService: 'Go to the product',
  runNow: 'Sync now',
  runAll: 'Sync everything',
  tryOut: 'Dry run',
  modes:
    '“Sync now” transfers what has changed. “Dry run” only counts what that would do. “Sync everything” starts from scratch and repairs anything missing in the product.',
  comesNext: 'A sync is running. Yours starts right after it.',
  previewTitle: 'What the next sync would do',
  lastRun: 'What the last sync did',
  noRuns: 'It has never run.',
  dangerTitle: 'This sync would remove a lot',
  dangerText: 'Nothing has changed so far. Continue only if this is what you want.',
  confirm: 'Continue',
  confirmQuestion: 'Let the sync with {{name}} remove these items?',
  cancelRun: 'Cancel this sync',
  failures: 'Items that could not be synced',
  retry_one: 'Try this item again',
  retry_other: 'Try these {{count}} items again',
  retried_one: '{{count}} item is being retried.',
  retried_other: '{{count}} items are being retried.',
} as const;

const syncReason = {
  ITEMS_FAILED: 'Items that could not be synced: {{items}}',
  MUCH_TAKEN_AWAY:
    'Of {{items}} in all, it would remove {{removed}} and set the price of {{zeroed}} to zero (limit {{percent}}%)',
  UNREACHABLE: '{{product}} cannot be reached',
  NO_ANSWER: '{{product}} did not answer within {{seconds}} s',
  PAUSE_ASKED: '{{product}} asked us to wait {{seconds}} s',
  REFUSED: '{{product}} answered with an error ({{status}})',
  ODD_ANSWER: '{{product}} sent an answer that we cannot read',
  LEFT_ALONE: '{{product}} failed too often, so we are pausing briefly',
  INNER_ADDRESS: 'The address of {{product}} leads to a network that may not be accessed',
  ITEM_REFUSED: '{{product}} refused it',
  NO_ID: '{{product}} gave it no ID',
  NOT_ANSWERED: '{{product}} did not mention it',
  ID_TAKEN: '{{product}} gave it the ID of another item',
  ODD_ITEM: '{{product}} gave it a value that cannot be stored',
  WRONG_CURRENCY: 'Its price is in a different currency',
  NO_SECTION: 'Its category in {{product}} is not on the menu',
  MENU_REFUSED: 'The menu refused it',
  REPORTED: '{{product}} says',
  BROKEN: 'Something went wrong on our side',
} as const;

const heldBack = {
  title: 'The connection to {{product}} is on hold',
  PAUSE_ASKED: '{{product}} asked us to wait until {{until}}.',
  FAILING: '{{product}} failed too often, so we are pausing until at least {{until}}.',
  DUE: '{{product}} failed too often. The next sync will try again.',
  TRYING: '{{product}} failed too often. We are trying again now.',
} as const;

const syncView = { now: 'Now', runs: 'History', settings: 'Settings' } as const;

const mode = {
  INITIAL: 'Everything',
  DELTA: 'After a change',
  MANUAL: 'On request',
  PREVIEW: 'Dry run',
  RETRY: 'Some items again',
} as const;

const run = {
  QUEUED: 'Queued',
  RUNNING: 'Running',
  AWAITING_CONFIRMATION: 'Needs your approval',
  SUCCESS: 'Done',
  ERROR: 'Failed',
  CANCELLED: 'Cancelled',
  began: 'Started',
  ended: 'Ended',
  attempts: 'Attempts: {{number}}',
  copyId: 'Copy number for support',
} as const;

const stepName = {
  TENANT: 'Your business',
  SERVICES: 'Your products',
  CATEGORIES: 'Sections',
  PULL: '{{product}} → menu',
  PUSH: 'Menu → {{product}}',
  STATUS: 'Saving progress',
} as const;

const step = {
  seen: '{{number}} checked',
  wouldStay: 'Nothing would change',
  nothing: 'There was nothing to do.',
  created: '{{number}} new',
  updated: '{{number}} changed',
  removed: '{{number}} removed',
  zeroed: '{{number}} set to a price of zero',
  conflicts: '{{number}} to resolve',
  failed: '{{number}} failed',
} as const;

const fact = {
  name: 'Name',
  description: 'Description',
  price: 'Price',
  available: 'Availability',
  nothing: 'Empty',
} as const;

const direction = { BOTH: 'Both ways', PUSH: 'Only from the menu to {{product}}' } as const;

const source = { BOTH: 'Either may change it', LOCAL: 'The menu', REMOTE: '{{product}}' } as const;

const policy = {
  LOCAL_WINS: 'The menu wins',
  REMOTE_WINS: '{{product}} wins',
  NEWEST: 'The newest wins',
  MANUAL: 'Ask a person',
} as const;

const syncSettings = {
  direction: 'Direction',
  sources: 'Source of truth',
  policy: 'When both changed the same item',
  confirmAbovePercent: 'Ask before removing more than (% of items)',
  attempts: 'Attempts per request (1 to 10)',
  saved: 'Saved the sync with {{product}}.',
} as const;

const change = { CREATE: 'new', UPDATE: 'changed', REMOVE: 'removed' } as const;

const difference = { title: 'Item by item' } as const;

const conflict = {
  title: 'Conflicts',
  ours: 'Menu',
  takeOurs: 'Keep ours',
  takeTheirs: 'Keep theirs',
  taken: 'Conflict on {{item}} resolved.',
  emptyTitle: 'Nothing to resolve',
  emptyText: 'When the menu and a product both change the same item, and neither wins automatically, it waits here.',
} as const;

export const words = {
  sync,
  syncReason,
  heldBack,
  syncView,
  mode,
  run,
  stepName,
  step,
  fact,
  direction,
  source,
  policy,
  syncSettings,
  change,
  difference,
  conflict,
} as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  resolveConflict: 'Resolved a conflict',
  updateSyncConfig: 'Changed the settings of a sync',
  reportSync: 'Reported the state of a sync',
  runSync: 'Started a sync',
  previewSync: 'Did a dry run of a sync',
  retrySyncRun: 'Retried items of a sync',
  confirmSyncRun: 'Let a sync continue',
  cancelSyncRun: 'Cancelled a sync',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  sync: {
    about: 'Syncs',
    read: 'See syncs',
    write: 'Run syncs and resolve conflicts',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    TenantSync: 'Sync',
    SyncRun: 'Run of a sync',
    SyncConflict: 'Conflict',
  },
  field: {
    TenantSync: {
      config: 'settings',
    },
  },
  value: {
    TenantSync: {
      name: product,
    },
  },
  sentence: {
    TenantSync: {
      config: '{{who}} changed the settings of the sync with {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
