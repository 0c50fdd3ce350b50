const audit = {
  CREATED: 'Created',
  UPDATED: 'Changed',
  REMOVED: 'Removed',
  CALLED: 'Asked for',
  SUCCEEDED: 'Succeeded',
  REFUSED: 'Refused',
  SHOWN: 'Shown',
} as const;

const log = {
  action: 'Action',
  noun: 'Kind of thing',
  id: 'Number of the thing',
  actor: 'Number of the person',
  from: 'From',
  to: 'Until',
  who: 'Who',
  what: 'What',
  when: 'When',
  address: 'Address',
  correlation: 'Number of the call',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothingChanged: 'Nothing that can be shown was changed.',
  goneTitle: 'This entry is not in the log',
  goneText: 'The log has no entry with this address.',
  emptyTitle: 'Nothing was done',
  emptyText: 'What people, screens and other products do here is kept in this log. Nothing fits what you look for.',
} as const;

export const words = { audit, log } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
