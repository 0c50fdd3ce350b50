export const words = {
  label: 'Saved views',
  plain: 'Default',
  save: 'Save view',
  name: 'Name of the view',
  isShared: 'For all colleagues',
  create: 'Save',
  saved: 'View {{name}} saved.',
  saveChanges: 'Save changes',
  more: 'Change view {{name}}',
  rename: 'Rename',
  renameTitle: 'Rename view',
  share: 'Share with all colleagues',
  unshare: 'Only for me',
  remove: 'Remove',
  removed: 'View {{name}} removed.',
  shared: 'shared',
} as const;

export const done = {
  createView: 'Saved a view',
  updateView: 'Changed a saved view',
  removeView: 'Removed a saved view',
  restoreView: 'Restored a saved view',
} as const;

export const told = {
  noun: { SavedView: 'Saved view' },
  field: {
    SavedView: {
      side: 'book',
      list: 'list',
      name: 'name',
      query: 'what it shows',
      isShared: 'shared',
      author: 'author',
      position: 'place',
      kind: 'author',
      id: 'author',
    },
  },
  sentence: {
    SavedView: {
      CREATED: '{{who}} saved the view {{name}}',
      name: '{{who}} renamed the view {{before}} to {{after}}',
      removedAt: '{{who}} removed the view {{name}}',
      removedAt_none: '{{who}} restored the view {{name}}',
    },
  },
} as const;
