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
