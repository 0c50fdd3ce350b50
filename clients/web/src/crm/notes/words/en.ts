export const words = {
  new: 'New note',
  content: 'Note',
  contentHint: 'Markdown: **bold**, lists, tables, links.',
  contentMissing: 'Write something.',
  pinned: 'Pin to the top',
  isPinned: 'Pinned',
  tag: 'With the tag',
  saved: 'Note saved.',
  remove: 'Remove',
  removed: 'Note removed.',
  emptyTitle: 'No notes yet',
  emptyText: 'Write down what was said and agreed, so that everybody knows it.',
  nothingFoundTitle: 'No note with this tag',
  nothingFoundText: 'Choose another tag, or clear the filter.',
  conflict: {
    title: 'Somebody changed this note while you were writing',
    mine: 'Yours',
    theirs: 'Theirs',
    merge: 'Merge both',
    take: { mine: 'Keep mine', theirs: 'Take theirs' },
    both_one: 'In one place both of you changed the same lines: both versions are in the text. Check it, then save.',
    both_other:
      'In {{count}} places both of you changed the same lines: both versions are in the text. Check it, then save.',
  },
  goneTitle: 'Note not found',
  goneText: 'It was removed, or the address is wrong.',
} as const;

export const done = {
  createNote: 'Wrote a note',
  updateNote: 'Changed a note',
  removeNote: 'Removed a note',
  restoreNote: 'Restored a note',
} as const;

export const told = {
  noun: {
    Note: 'Note',
  },
  field: {
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
    Note: {
      CREATED: '{{who}} wrote a note',
      content: '{{who}} changed what a note says',
      removedAt: '{{who}} removed a note',
      removedAt_none: '{{who}} restored a note',
    },
  },
} as const;
