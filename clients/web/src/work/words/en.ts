const work = {
  hasFailed_one: '{{name}}: {{count}} task failed',
  hasFailed_other: '{{name}}: {{count}} tasks failed',
  emptyTitle: 'No background work',
  emptyText:
    'Sending emails, syncing products and other longer tasks appear here: what is waiting and what has failed.',
  goneTitle: 'Background work not found',
  goneText: 'There is no work of this kind now, and there was none in the last hour.',
  kind: {
    mail: 'Emails',
    'sync-run': 'Sync runs',
    'event-job': 'Bulk actions on events',
    'silent-displays': 'Watching for offline screens',
    reseal: 'Re-encrypting secrets',
    conditions: 'Checking for alerts',
    'password-reset': 'Password resets',
    'activity-reminders': 'Reminders of activities',
    'contact-import-plan': 'Planning of imports of contacts',
    'contact-import': 'Importing contacts',
    'contact-import-undo': 'Undoing imports of contacts',
    'account-of-tenant': 'Health of one account',
    'contact-import-duplicates': 'Looking for duplicates of imported contacts',
    'restore-portions': 'Putting sold-out items back on sale',
    'apply-price': 'Planned prices',
  },
  state: {
    failing: 'Failing',
    paused: 'Paused',
    running: 'Running',
    due: 'Queued',
    planned: 'Scheduled',
    idle: 'All done',
  },
  count: {
    running_one: '{{count}} running',
    running_other: '{{count}} running',
    due_one: '{{count}} queued',
    due_other: '{{count}} queued',
    waiting_one: '{{count}} scheduled',
    waiting_other: '{{count}} scheduled',
    failed_one: '{{count}} failed',
    failed_other: '{{count}} failed',
  },
  oldest: 'oldest for',
  rate_one: '{{count}} in the last hour',
  rate_other: '{{count}} in the last hour',
  open: 'Unfinished',
  nothingOpen: 'Nothing is waiting or running, and nothing has failed.',
  latest: 'Latest attempts',
  history: 'History',
  task: { WAITING: 'Scheduled', DUE: 'Queued', RUNNING: 'Running', FAILED: 'Failed' },
  outcome: { DONE: 'Done', FAILED: 'Failed, will be retried', GIVEN_UP: 'Failed', CANCELLED: 'Cancelled' },
  dueAt: 'due {{at}}',
  attempt: 'Attempt {{number}} of {{most}}',
  retry: 'Try again',
  now: 'Run now',
  isRetried: 'It will run next.',
  cancel: 'Cancel task',
  cancelQuestion: 'Cancel this task?',
  cancelText: 'It will not continue. What it has done so far is kept.',
  isCancelled: 'The task was cancelled.',
  pause: 'Pause',
  pausedText:
    'Nothing of this kind starts until you resume it; what is already running finishes. New tasks wait, and what runs on a schedule then runs once.',
  resume: 'Resume',
} as const;

export const words = { work } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  retryTask: 'Retried a background task',
  cancelTask: 'Cancelled a background task',
  pauseTasks: 'Paused a kind of background work',
  resumeTasks: 'Resumed a kind of background work',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  work: {
    about: 'Background work',
    read: 'See background work',
    write: 'Retry, cancel and pause background work',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Task: 'Background task',
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
