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

const station = {
  title: 'Stations',
  pair: 'Pair a station',
  pairHow:
    'Open the page of the till, kitchen screen or clock on the device. It shows a code of six characters: type it here.',
  code: 'Code on the device',
  wrongCode: 'No device is showing this code. It may have expired – check the device for a new one.',
  otherKind: 'The device with this code is: {{kind}}. Choose that, or use another code.',
  paired: '{{name}} is paired and starts in a moment.',
  kind: 'What it is',
  kinds: { TILL: 'Till', KITCHEN: 'Kitchen screen', CLOCK: 'Time clock' },
  name: 'Name of the station',
  nameExample: 'Till at the door',
  location: 'Location',
  locationMissing: 'Choose a location.',
  noLocation: 'There is no location yet.',
  goneLocation: 'A location that is gone',
  signedIn: '{{name}} is signed in',
  nobody: 'Nobody is signed in',
  waiting_one: '{{count}} entry has not reached the server',
  waiting_other: '{{count}} entries have not reached the server',
  notSecure: 'Opened without https: it cannot start without a network, and does not keep its screen on.',
  saved: 'Saved {{name}}.',
  unlock: 'Allow PINs again',
  unlocked: 'PINs can be entered at {{name}} again.',
  revoke: 'Unpair',
  revokeQuestion: 'Unpair “{{name}}”?',
  revokeText:
    'Whoever is signed in there is signed out immediately. What has not reached the server stays on the device.',
  emptyTitle: 'No stations yet',
  emptyText: 'A station is a till, a kitchen screen or a time clock at one of your locations.',
  goneTitle: 'Station not found',
  goneText: 'This station does not exist, or the address is wrong.',
} as const;

export const words = { screens, display, station, boards, board } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  updateDisplay: 'Changed a screen',
  showBoard: 'Put a board on a screen',
  revokeDisplay: 'Unpaired a screen',
  pairDisplay: 'Paired a screen',
  requestPairing: 'A device asked to be paired',
  claimPairing: 'A screen started showing its board',
  pairStation: 'Paired a station',
  claimStation: 'A station started',
  updateStation: 'Changed a station',
  revokeStation: 'Unpaired a station',
  unlockStation: 'Allowed PINs at a station again',
  signWithPin: 'Signed in at a station',
  pinHolder: 'Entered a PIN at a station',
  leaveStation: 'Signed out of a station',
  setPin: 'Set a PIN',
  resetPin: 'Reset a PIN',
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
  station: {
    about: 'Stations',
    read: 'See stations',
    write: 'Manage stations',
    self: 'Act as a station',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Display: 'Screen',
    Station: 'Station',
    Pin: 'PIN',
    MenuBoard: 'Board',
  },
  field: {
    Display: {
      name: 'name',
      board: 'board',
      revokedAt: 'unpaired',
    },
    Station: {
      name: 'name',
      revokedAt: 'unpaired',
    },
    Pin: {
      setAt: 'set',
      offAt: 'off since',
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
    Station: {
      CREATED: '{{who}} paired the station {{name}}',
      name: '{{who}} renamed the station {{before}} to {{after}}',
      revokedAt: '{{who}} unpaired the station {{name}}',
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
