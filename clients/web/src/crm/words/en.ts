const crm = {
  platform: 'Platform',
  thing: { CONTACT: 'Contact', ACTIVITY: 'Activity', NOTE: 'Note' },
  tab: { contacts: 'Contacts' },
} as const;

const contacts = {
  new: 'New contact',
  create: 'Create',
  name: 'Name',
  kind: 'Kind',
  kinds: { PERSON: 'Person', ORGANISATION: 'Organization', USER: 'Will work here' },
  company: 'Company',
  role: 'Role',
  department: 'Department',
  mails: 'Email addresses',
  phones: 'Phone numbers',
  tags: 'Tags',
  isBarred: 'Do not contact',
  reason: 'Why',
  labelHint: 'work, home …',
  one: { mails: 'Email address {{place}}', phones: 'Phone number {{place}}' },
  label: { mails: 'What email address {{place}} is', phones: 'What phone number {{place}} is' },
  removeOne: { mails: 'Remove email address {{place}}', phones: 'Remove phone number {{place}}' },
  add: { mails: 'Add an email address', phones: 'Add a phone number' },
  find: 'Find a contact',
  all: 'All',
  removed: '{{name}} removed.',
  nothingFoundTitle: 'No contact found',
  nothingFoundText: 'Try part of the name, a whole email address, or the last four digits of a phone number.',
  saved: '{{name}} saved.',
  remove: 'Remove',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'Notes, activities and history stay. You can restore the contact.',
  emptyTitle: 'No contacts yet',
  emptyText: 'Add suppliers, partners and staff here, and nobody has to look for a number again.',
  goneTitle: 'Contact not found',
  goneText: 'It was removed, or the address is wrong.',
} as const;

export const words = { crm, contacts } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createContact: 'Created a contact',
  updateContact: 'Changed a contact',
  removeContact: 'Removed a contact',
  restoreContact: 'Restored a contact',
  createActivity: 'Created an activity',
  updateActivity: 'Changed an activity',
  completeActivity: 'Completed an activity',
  reopenActivity: 'Reopened an activity',
  removeActivity: 'Removed an activity',
  restoreActivity: 'Restored an activity',
  createNote: 'Wrote a note',
  updateNote: 'Changed a note',
  removeNote: 'Removed a note',
  restoreNote: 'Restored a note',
  createCalendarFeed: 'Created the address of their calendar',
  revokeCalendarFeed: 'Ended the address of their calendar',
  dismissDuplicate: 'Said that two contacts are not the same',
  reopenDuplicate: 'Took back that two contacts are not the same',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  crm: {
    about: 'CRM',
    read: 'See contacts, notes and activities',
    write: 'Manage contacts, notes and activities',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Contact: 'Contact',
    Activity: 'Activity',
    Note: 'Note',
    CalendarFeed: 'Calendar feed',
    Duplicate: 'Possible duplicate',
  },
  field: {
    Contact: {
      side: 'book',
      kind: 'kind',
      name: 'name',
      company: 'company',
      role: 'role',
      department: 'department',
      tags: 'tags',
      ownerId: 'owner',
      mails: 'email addresses',
      phones: 'phone numbers',
      reason: 'reason',
      since: 'since',
    },
    Activity: {
      side: 'book',
      type: 'type',
      title: 'title',
      description: 'description',
      assigneeId: 'assignee',
      kind: 'kind',
      id: 'about',
      dueOn: 'due day',
      dueAt: 'due',
      timeZone: 'time zone',
      dueNotice: 'note on the time',
      dueFrom: 'due day begins',
      dueUntil: 'due day ends',
      durationMinutes: 'minutes',
      remindMinutesBefore: 'minutes before',
      remindAt: 'reminder',
      repeat: 'repetition',
      followsId: 'previous activity',
      tags: 'tags',
      outcome: 'outcome',
      completedAt: 'completed',
      completedBy: 'completed by',
      reopenedAt: 'reopened',
      reopenedBy: 'reopened by',
    },
    Note: {
      side: 'book',
      subject: 'about',
      content: 'text',
      tags: 'tags',
      pinned: 'pinned',
      author: 'author',
      editedAt: 'edited',
      editedBy: 'edited by',
    },
  },
  sentence: {
    Contact: {
      CREATED: '{{who}} created the contact {{name}}',
      name: '{{who}} renamed the contact {{before}} to {{after}}',
      removedAt: '{{who}} removed the contact {{name}}',
      removedAt_none: '{{who}} restored the contact {{name}}',
      ownerId: '{{who}} gave the contact {{name}} another owner',
    },
    Activity: {
      CREATED: '{{who}} created the activity {{name}}',
      completedAt: '{{who}} completed the activity {{name}}',
      completedAt_none: '{{who}} reopened the activity {{name}}',
      removedAt: '{{who}} removed the activity {{name}}',
      removedAt_none: '{{who}} restored the activity {{name}}',
      assigneeId: '{{who}} gave the activity {{name}} to somebody else',
    },
    Note: {
      CREATED: '{{who}} wrote a note',
      content: '{{who}} changed what a note says',
      removedAt: '{{who}} removed a note',
      removedAt_none: '{{who}} restored a note',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
