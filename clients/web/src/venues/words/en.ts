const venues = {
  new: 'New venue',
  create: 'Add venue',
  name: 'Name',
  saved: 'Saved {{name}}.',
  location: 'Location',
  locationHint: 'Where it sells on tills of Mycelium, its own sales are read from there.',
  noLocation: 'None: it sells elsewhere',
  openingHours: 'Open each week',
  closedDay: 'Closed',
  opensAt: '{{of}}: opens at',
  closesAt: '{{of}}: closes at',
  addHours: 'Add hours',
  addHoursOf: 'Add hours: {{of}}',
  removeHours: 'Remove {{from}} to {{to}}: {{of}}',
  exceptionalDays: 'Holidays and other days',
  noExceptionalDays: 'Every week is like the others. Add holidays and days with hours of their own.',
  date: 'Date',
  why: 'Why',
  isHoliday: 'A holiday: said where days are compared',
  addDay: 'Add a day',
  removeDay: 'Remove this day',
  removeDayOf: 'Remove this day: {{of}}',
  dayMissing: 'Each day needs its date and why.',
  close: 'Close venue',
  isClosed: 'Closed {{name}}. Its numbers stay.',
  reopen: 'Reopen',
  isReopened: 'Reopened {{name}}.',
  closedText: 'Closed. Nothing more is collected; its numbers stay.',
  emptyTitle: 'No venues yet',
  emptyText: 'A venue is a place whose numbers are collected from wherever it sells, compared and explained.',
  goneTitle: 'Venue not found',
  goneText: 'There is no venue at this address.',
  state: { inBusiness: 'In business', closed: 'Closed' },
} as const;

export const words = { venues } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createVenue: 'Added a venue',
  updateVenue: 'Changed a venue',
  closeVenue: 'Closed a venue',
  reopenVenue: 'Reopened a venue',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  venue: {
    about: 'Venues',
    read: 'See venues',
    write: 'Manage venues',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: { Venue: 'Venue' },
  field: {
    Venue: {
      name: 'name',
      timeZone: 'time zone',
      currency: 'currency',
      dayStart: 'start of the day',
      openingHours: 'opening hours',
      exceptionalDays: 'holidays and other days',
      locationId: 'location',
      closedAt: 'closed',
    },
  },
  sentence: {
    Venue: {
      CREATED: '{{who}} added the venue {{name}}',
      name: '{{who}} renamed the venue {{before}} to {{after}}',
      closedAt: '{{who}} closed the venue {{name}}',
      closedAt_none: '{{who}} reopened the venue {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
