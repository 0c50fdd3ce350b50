import { product } from '../../words/products/en.ts';

const sync = {
  hasFailed: 'The sync with {{product}} failed',
  waitsForYou: 'The sync with {{product}} waits for your decision',
  SUCCESS: 'In sync',
  SYNCING: 'Syncing…',
  PENDING: 'Waiting',
  ERROR: 'Failed',
  show: 'Show',
  all: 'All',
  view: 'Part of the sync',
  lastGood: 'Last good sync',
  never: 'Never in sync yet',
  conflicts_one: '{{count}} conflict to decide',
  conflicts_other: '{{count}} conflicts to decide',
  refresh: 'Ask again',
  elsewhereOld: 'What is shown of other tenants is as it was when you came here.',
  noErrorTitle: 'No sync fails',
  noErrorText: 'Every sync went well, or is at work right now.',
  emptyTitle: 'Nothing to sync yet',
  emptyText: 'Switch on a product that keeps a catalogue of its own: from then on it and the menu are kept the same.',
  toServices: 'See the products',
  goneTitle: 'No such sync',
  goneText: 'This sync does not exist, or the address is wrong.',
  elsewhere: 'This sync belongs to {{tenant}}. To run it or change it, work for them.',
  workFor: 'Work for {{tenant}}',
  failedTitle: 'The last sync failed',
  oldStays: 'What was synced before is still there.',
  isOff: 'This product is not switched on, so nothing is synced.',
  toService: 'Go to the product',
  runNow: 'Sync now',
  runAll: 'Sync everything',
  tryOut: 'Try out',
  modes:
    '“Sync now” brings over what has changed. “Try out” only counts what that would do. “Sync everything” begins anew, and heals what the product lost.',
  comesNext: 'A sync is at work. Yours comes right after it.',
  previewTitle: 'What the next sync would do',
  lastRun: 'What the last sync did',
  noRuns: 'It has never run.',
  dangerTitle: 'It would take much away',
  dangerText: 'Nothing was changed so far. Let it go on only if this is what you want.',
  confirm: 'Let it go on',
  confirmQuestion: 'Let the sync with {{name}} take this away?',
  cancelRun: 'Cancel this sync',
  failures: 'Items that could not be brought over',
  retry_one: 'Try this item again',
  retry_other: 'Try these {{count}} items again',
  retried_one: '{{count}} item is tried again.',
  retried_other: '{{count}} items are tried again.',
} as const;

const syncReason = {
  ITEMS_FAILED: 'Items that could not be brought over: {{items}}',
  MUCH_TAKEN_AWAY:
    'It would remove {{removed}} and set to a price of nothing {{zeroed}} of {{items}} items, more than {{percent}} %',
  UNREACHABLE: '{{product}} cannot be reached',
  NO_ANSWER: '{{product}} did not answer within {{seconds}} seconds',
  PAUSE_ASKED: '{{product}} asks to be left alone for {{seconds}} seconds',
  REFUSED: '{{product}} answered with an error ({{status}})',
  ODD_ANSWER: '{{product}} answered what cannot be read',
  LEFT_ALONE: '{{product}} has failed too often and is left alone for a moment',
  INNER_ADDRESS: 'The address of {{product}} leads into a network that may not be reached',
  ITEM_REFUSED: '{{product}} refused it',
  NO_ID: '{{product}} gave it no number',
  NOT_ANSWERED: '{{product}} said nothing of it',
  ID_TAKEN: '{{product}} gave it the number of another item',
  ODD_ITEM: '{{product}} gave it a value that cannot be kept',
  WRONG_CURRENCY: 'Its price is in another currency than yours',
  NO_SECTION: 'Its category in {{product}} is not one of the menu',
  MENU_REFUSED: 'The menu refused it',
  REPORTED: '{{product}} says',
  BROKEN: 'Something broke on our side',
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
  MANUAL: 'Asked for',
  PREVIEW: 'Try-out',
  RETRY: 'Some items again',
} as const;

const run = {
  QUEUED: 'Waits its turn',
  RUNNING: 'At work',
  AWAITING_CONFIRMATION: 'Waits for you',
  SUCCESS: 'Done',
  ERROR: 'Failed',
  CANCELLED: 'Cancelled',
  began: 'Began',
  ended: 'Ended',
  attempts: '{{number}} attempts',
  copyId: 'Copy number for support',
} as const;

const stepName = {
  TENANT: 'Who you are',
  SERVICES: 'Your products',
  CATEGORIES: 'Sections',
  PULL: '{{product}} → menu',
  PUSH: 'Menu → {{product}}',
  STATUS: 'Keeping how far it came',
} as const;

const step = {
  seen: '{{number}} looked at',
  wouldStay: 'Nothing would change',
  nothing: 'There was nothing to do.',
  created: '{{number}} new',
  updated: '{{number}} changed',
  removed: '{{number}} removed',
  zeroed: '{{number}} set to a price of nothing',
  conflicts: '{{number}} to decide',
  failed: '{{number}} failed',
} as const;

const fact = {
  name: 'Name',
  description: 'Description',
  price: 'Price',
  available: 'Availability',
  nothing: 'Nothing',
} as const;

const direction = { BOTH: 'Both ways', PUSH: 'Only from the menu to {{product}}' } as const;

const source = { BOTH: 'Either may change it', LOCAL: 'The menu', REMOTE: '{{product}}' } as const;

const policy = {
  LOCAL_WINS: 'The menu wins',
  REMOTE_WINS: '{{product}} wins',
  NEWEST: 'The newest wins',
  MANUAL: 'Somebody decides',
} as const;

const syncSettings = {
  direction: 'Direction',
  sources: 'Whose word counts',
  policy: 'When both changed the same',
  confirmAbovePercent: 'Ask before it takes away more than (% of the items)',
  attempts: 'Attempts before a call has failed (1 to 10)',
  saved: 'The sync with {{product}} is saved.',
} as const;

const change = { CREATE: 'new', UPDATE: 'changed', REMOVE: 'removed' } as const;

const difference = { title: 'Item by item' } as const;

const conflict = {
  title: 'Conflicts',
  ours: 'Menu',
  takeOurs: 'Take ours',
  takeTheirs: 'Take theirs',
  taken: '{{item}} is decided.',
  emptyTitle: 'Nothing to decide',
  emptyText: 'When the menu and a product both change the same, and neither wins by itself, it waits here.',
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
  resolveConflict: 'Decided a conflict',
  updateSyncConfig: 'Changed the settings of a sync',
  reportSync: 'Said how a sync stands',
  runSync: 'Asked for a sync',
  previewSync: 'Tried a sync out',
  retrySyncRun: 'Had items of a sync tried again',
  confirmSyncRun: 'Let a sync go on',
  cancelSyncRun: 'Cancelled a sync',
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
