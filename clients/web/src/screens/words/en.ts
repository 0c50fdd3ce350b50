const screens = {
  pair: 'Pair a screen',
  pairHow: 'Open /signage on the screen. It shows a code of six characters: type it here.',
  code: 'Code on the screen',
  codeShape: 'The code has six characters, like K7M-2QX.',
  wrongCode: 'No screen is showing this code. It may have expired – check the screen for a new one.',
  pairNow: 'Pair',
  paired: '{{name}} is paired. Its board appears in a moment.',
  emptyTitle: 'No screens yet',
  emptyText: 'Open /signage on a television or tablet and pair it with the code it shows.',
  emptyNoBoard: 'First create a board below: it says which sections of the menu a screen shows. Then pair a screen.',
} as const;

const display = {
  isOffline: 'Screen “{{name}}” has been offline since {{since}}',
  ONLINE: 'Online',
  OFFLINE: 'Offline',
  REVOKED: 'Unpaired',
  waiting: 'Waiting',
  name: 'Name of the screen',
  nameExample: 'Counter left',
  board: 'Board',
  noBoard: 'No board',
  neverSeen: 'Never connected',
  pairedSince: 'Paired',
  saved: 'Saved {{name}}.',
  shows: '{{name}} now shows {{board}}.',
  revoke: 'Unpair',
  revokeQuestion: 'Unpair “{{name}}”?',
  revokeText: 'The screen shows a pairing code again immediately. Pair it again to use it.',
  goneTitle: 'Screen not found',
  goneText: 'This screen does not exist, or the address is wrong.',
} as const;

const boards = {
  title: 'Boards',
  new: 'New board',
  columns_one: '{{count}} column',
  columns_other: '{{count}} columns',
  emptyTitle: 'No boards yet',
  emptyText: 'A board says which sections of the menu a screen shows, in which order and languages.',
} as const;

const board = {
  name: 'Name of the board',
  sections: 'Sections, in their order on the board',
  sectionsMissing: 'Choose at least one section.',
  sectionPlaced: '{{name}} is section {{place}} of {{count}}.',
  columns: 'Columns',
  soldOut: 'Sold-out items',
  grey: 'Show greyed out',
  hide: 'Hide',
  languages: 'Languages',
  larger: 'larger',
  languageMissing: 'Choose at least one language.',
  calories: 'Show calories',
  allergens: 'Show allergens',
  create: 'Create board',
  saved: 'Saved {{name}}.',
  remove: 'Remove',
  removeQuestion: 'Remove the board “{{name}}”?',
  removeText_zero: 'No screen shows it.',
  removeText_one: '{{count}} screen shows it and will have no board.',
  removeText_other: '{{count}} screens show it and will have no board.',
  goneTitle: 'Board not found',
  goneText: 'This board was removed, or the address is wrong.',
} as const;

export const words = { screens, display, boards, board } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  updateDisplay: 'Changed a screen',
  showBoard: 'Put a board on a screen',
  revokeDisplay: 'Unpaired a screen',
  pairDisplay: 'Paired a screen',
  requestPairing: 'A screen asked to be paired',
  claimPairing: 'A screen started showing its board',
  createMenuBoard: 'Created a board',
  updateMenuBoard: 'Changed a board',
  removeMenuBoard: 'Removed a board',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  board: {
    about: 'Boards',
    read: 'Read boards',
    write: 'Change boards',
  },
  display: {
    about: 'Screens',
    read: 'See screens',
    write: 'Manage screens',
    self: 'Act as a screen',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Display: 'Screen',
    MenuBoard: 'Board',
  },
  field: {
    Display: {
      name: 'name',
      board: 'board',
      revokedAt: 'unpaired',
    },
    MenuBoard: {
      name: 'name',
      sectionIds: 'sections',
      columns: 'columns',
      soldOut: 'sold-out items',
      languages: 'languages',
      showCalories: 'calories shown',
      showAllergens: 'allergens shown',
    },
  },
  value: {
    MenuBoard: {
      soldOut: {
        GREY: 'shown greyed out',
        HIDE: 'hidden',
      },
    },
  },
  sentence: {
    Display: {
      CREATED: '{{who}} paired the screen {{name}}',
      name: '{{who}} renamed the screen {{before}} to {{after}}',
      board: '{{who}} put another board on the screen {{name}}',
      board_none: '{{who}} took the board off the screen {{name}}',
      revokedAt: '{{who}} unpaired the screen {{name}}',
    },
    MenuBoard: {
      CREATED: '{{who}} created the board {{name}}',
      REMOVED: '{{who}} removed the board {{name}}',
      name: '{{who}} renamed the board {{before}} to {{after}}',
      sectionIds: '{{who}} changed the sections on the board {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
