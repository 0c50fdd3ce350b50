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
  who: 'Who',
  kind: 'What happened',
  thing: 'What it was done to',
  from: 'Since',
  to: 'Until',
  anybody: 'Anybody',
  anything: 'Anything',
  only: 'Only {{name}}',
  all: 'Show the whole log',
  clear: 'Clear filters',
  chosen: '{{first}} and {{count}} more',
  bySystem_one: '{{count}} by the system',
  bySystem_other: '{{count}} by the system',
  showSystem: 'Show',
  hideSystem: 'Hide what the system did',
  none: 'nothing',
  yes: 'yes',
  no: 'no',
  things_one: '{{count}} entry',
  things_other: '{{count}} entries',
  changed: '{{who}} changed {{name}}: {{changes}}',
  fromTo: '{{field}} from {{before}} to {{after}}',
  did: {
    CREATED: '{{who}} created {{name}}',
    UPDATED: '{{who}} changed {{name}}',
    REMOVED: '{{who}} removed {{name}}',
    CALLED: '{{who}} requested {{name}}',
    SUCCEEDED: '{{who}}: {{name}} succeeded',
    REFUSED: '{{who}} was refused {{name}}',
    SHOWN: '{{who}} was shown {{name}}',
  },
  historyEmpty: 'Nothing has been changed here since the log began.',
  wholeHistory: 'Whole history',
  toThing: 'Go to {{name}}',
  toHistory: 'History of {{name}}',
  undone: 'Taken back: {{what}}',
  changedSince: 'It has been changed since, so this can no longer be taken back.',
  when: 'When',
  address: 'Address',
  correlation: 'Request ID',
  details: 'Details',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothingChanged: 'No visible changes.',
  goneTitle: 'This entry is not in the log',
  goneText: 'The log has no entry with this address.',
  emptyTitle: 'No entries',
  emptyText: 'What people, screens and other systems do here is kept in this log. Nothing matches your search.',
} as const;

export const words = { audit, log } as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  audit: {
    about: 'Log',
    read: 'Read the log',
    all: 'Read the whole log',
  },
} as const;

/** What the log says of what no area has to itself. */
export const told = {
  noun: {
    Tenant: 'Business',
    Restaurant: 'Restaurant',
    Location: 'Location',
    MaintenanceWindow: 'Maintenance',
  },
} as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
