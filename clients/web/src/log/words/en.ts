const audit = {
  CREATED: 'Created',
  UPDATED: 'Changed',
  REMOVED: 'Removed',
  CALLED: 'Requested',
  SUCCEEDED: 'Succeeded',
  REFUSED: 'Refused',
  SHOWN: 'Viewed',
} as const;

const log = {
  action: 'Action',
  noun: 'Type',
  id: 'ID',
  actor: "Person's ID",
  from: 'From',
  to: 'Until',
  who: 'Who',
  what: 'What',
  when: 'When',
  address: 'Address',
  correlation: 'Request ID',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothingChanged: 'No visible changes.',
  goneTitle: 'This entry is not in the log',
  goneText: 'The log has no entry with this address.',
  emptyTitle: 'No entries',
  emptyText: 'What people, screens and other products do here is kept in this log. Nothing fits what you look for.',
} as const;

export const words = { audit, log } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
