export const words = {
  rank: { DUPLICATE: 'The same', LIKELY: 'Perhaps the same', SHARED: 'Shared' },
  sameMail: 'Same email address',
  samePhone: 'Same phone number',
  likeNames: 'Names are nearly the same',
  merge: 'Merge',
  merged: '{{name}} is one contact now.',
  dismiss: 'Not the same',
  dismissed: 'They are not offered again.',
  mergeText: 'Notes, activities, email addresses, phone numbers and tags of both are kept. Choose what is different.',
  field: 'Field',
  first: 'First contact',
  second: 'Second contact',
  none: 'Nothing',
  fields: {
    NAME: 'Name',
    COMPANY: 'Company',
    ROLE: 'Role',
    DEPARTMENT: 'Department',
    MAILS: 'Email addresses, the main ones first',
    PHONES: 'Phone numbers, the main ones first',
    KIND: 'Kind',
    OWNER: 'Owner',
    ADDRESSES: 'Postal addresses',
  },
  emptyTitle: 'Nobody is there twice',
  emptyText: 'Contacts with the same email address, phone number or nearly the same name appear here.',
} as const;

export const done = {
  mergeContacts: 'Merged contacts',
  undoMerge: 'Undid a merge of contacts',
  dismissDuplicate: 'Said that two contacts are not the same',
  reopenDuplicate: 'Took back that two contacts are not the same',
} as const;

export const told = {
  noun: {
    Duplicate: 'Possible duplicate',
    Merge: 'Merge',
  },
  field: {},
  sentence: {},
} as const;
