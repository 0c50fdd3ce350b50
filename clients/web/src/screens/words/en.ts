const screens = {
  pair: 'Pair a screen',
  pairHow: 'Open /signage on the screen. It shows a code of six characters: type it here.',
  code: 'Code on the screen',
  codeShape: 'The code has six characters, like K7M-2QX.',
  wrongCode: 'No screen waits with this code. It may have expired: look at the screen for the newest one.',
  pairNow: 'Pair',
  paired: '{{name}} is yours. It shows its board as soon as the screen has heard of it.',
  emptyTitle: 'No screens yet',
  emptyText: 'Open /signage on a television or tablet and pair it with the code that it shows.',
  emptyNoBoard: 'First make a board below: it says which sections of the menu a screen shows. Then pair a screen.',
} as const;

const display = {
  isOffline: '{{name}} is offline',
  ONLINE: 'Online',
  OFFLINE: 'Offline',
  REVOKED: 'Revoked',
  waiting: 'Waiting',
  name: 'Name of the screen',
  nameExample: 'Counter left',
  board: 'Board',
  noBoard: 'No board',
  neverSeen: 'Never seen',
  pairedSince: 'Paired',
  saved: '{{name}} is saved.',
  revoke: 'Revoke',
  revokeQuestion: 'Revoke “{{name}}”?',
  revokeText: 'The screen goes back to showing a pairing code at once. To use it again, pair it again.',
  goneTitle: 'No such screen',
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
  columns: 'Columns',
  soldOut: 'What is sold out',
  grey: 'Stays, greyed',
  hide: 'Leaves',
  languages: 'Languages',
  larger: 'larger',
  languageMissing: 'Choose at least one language.',
  calories: 'Show calories',
  allergens: 'Show allergens',
  create: 'Create board',
  saved: '{{name}} is saved.',
  remove: 'Remove',
  removeQuestion: 'Remove the board “{{name}}”?',
  removeText_zero: 'No screen shows it.',
  removeText_one: '{{count}} screen shows it and will have no board.',
  removeText_other: '{{count}} screens show it and will have no board.',
  goneTitle: 'No such board',
  goneText: 'This board was removed, or the address is wrong.',
} as const;

export const words = { screens, display, boards, board } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  updateDisplay: 'Changed a screen',
  revokeDisplay: 'Revoked a screen',
  pairDisplay: 'Paired a screen',
  requestPairing: 'A screen asked to be paired',
  claimPairing: 'A screen began to show',
  createMenuBoard: 'Made a board',
  updateMenuBoard: 'Changed a board',
  removeMenuBoard: 'Removed a board',
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
