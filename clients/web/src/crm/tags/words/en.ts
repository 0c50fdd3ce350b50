export const words = {
  find: 'How it begins',
  name: 'Name',
  colour: 'Color',
  colours: {
    GREY: 'Gray',
    RED: 'Red',
    ORANGE: 'Orange',
    YELLOW: 'Yellow',
    GREEN: 'Green',
    TEAL: 'Teal',
    BLUE: 'Blue',
    VIOLET: 'Violet',
    PINK: 'Pink',
  },
  saved: '{{name}} saved.',
  remove: 'Remove',
  removed: '{{name}} was removed from everything.',
  merge: 'Merge',
  into: 'Merge into',
  merged: 'It is part of {{name}} now.',
  mergeQuestion: 'Merge {{name}} into {{into}}?',
  mergeText: 'Whatever has the tag {{name}} gets {{into}} instead. You can undo it right after.',
  unused: 'Not in use',
  count: {
    CONTACT_one: '{{count}} contact',
    CONTACT_other: '{{count}} contacts',
    NOTE_one: '{{count}} note',
    NOTE_other: '{{count}} notes',
    ACTIVITY_one: '{{count}} activity',
    ACTIVITY_other: '{{count}} activities',
    OPPORTUNITY_one: '{{count}} opportunity',
    OPPORTUNITY_other: '{{count}} opportunities',
  },
  emptyTitle: 'No tags yet',
  emptyText: 'Type a tag on a contact, a note or an activity, and it appears here.',
  nothingFoundTitle: 'No tag found',
  nothingFoundText: 'Try the first letters of its name.',
  goneTitle: 'Tag not found',
  goneText: 'It was removed or merged, or the address is wrong.',
} as const;

export const done = {
  updateTag: 'Changed the color of a tag',
  renameTag: 'Renamed a tag',
  mergeTags: 'Merged tags',
  removeTag: 'Removed a tag',
  restoreTag: 'Restored a tag',
} as const;

export const told = {
  noun: { Tag: 'Tag' },
  field: { Tag: { side: 'book', name: 'name', colour: 'color' } },
  sentence: {
    Tag: {
      name: '{{who}} renamed the tag {{before}} to {{after}}',
      colour: '{{who}} changed the color of the tag {{name}}',
      removedAt: '{{who}} removed the tag {{name}}',
      removedAt_none: '{{who}} restored the tag {{name}}',
    },
  },
} as const;
