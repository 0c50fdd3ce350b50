const work = {
  hasFailed_one: '{{name}}: {{count}} was given up',
  hasFailed_other: '{{name}}: {{count}} were given up',
  emptyTitle: 'Nothing in the background',
  emptyText: 'Sending e-mails, syncing products and other longer work shows here, with what waits and what failed.',
  goneTitle: 'No such work',
  goneText: 'There is nothing of this kind now, and there was none in the last hour.',
  kind: {
    mail: 'E-mails',
    'sync-run': 'Sync runs',
    'event-job': 'Bulk actions on events',
    'silent-displays': 'Watching for silent screens',
    reseal: 'Re-encrypting secrets',
  },
  state: {
    failing: 'Failing',
    paused: 'Paused',
    running: 'Running',
    due: 'In line',
    planned: 'Planned',
    idle: 'All done',
  },
  count: {
    running_one: '{{count}} running',
    running_other: '{{count}} running',
    due_one: '{{count}} in line',
    due_other: '{{count}} in line',
    waiting_one: '{{count}} planned',
    waiting_other: '{{count}} planned',
    failed_one: '{{count}} failed',
    failed_other: '{{count}} failed',
  },
  oldest: 'oldest for',
  rate_one: '{{count}} in the last hour',
  rate_other: '{{count}} in the last hour',
  open: 'Not done yet',
  nothingOpen: 'Nothing waits, runs or failed.',
  latest: 'Latest attempts',
  history: 'History',
  task: { WAITING: 'Planned', DUE: 'In line', RUNNING: 'Running', FAILED: 'Failed' },
  outcome: { DONE: 'Done', FAILED: 'Failed, retried', GIVEN_UP: 'Failed', CANCELLED: 'Cancelled' },
  dueAt: 'due {{at}}',
  attempt: 'Attempt {{number}} of {{most}}',
  retry: 'Try again',
  now: 'Do it now',
  isRetried: 'It will be done next.',
  cancel: 'Cancel task',
  cancelQuestion: 'Cancel this task?',
  cancelText: 'It will not be continued. What it has done so far stays.',
  isCancelled: 'The task was cancelled.',
  pause: 'Pause',
  pausedText:
    'Nothing of this kind starts until you resume it; what is running finishes. What comes up meanwhile waits, and what comes up on a schedule is done once then.',
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

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
