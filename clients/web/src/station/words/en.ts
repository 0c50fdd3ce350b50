const device = {
  pairTitle: { TILL: 'Pair this till', KITCHEN: 'Pair this kitchen screen' },
  codeComing: 'Waiting for the server…',
  pairOpen: 'Open {{address}} on another device and log in.',
  pairChoose: 'Under Screens, choose “Pair a station”.',
  pairType: 'Type this code there.',
  or: 'or',
  logIn: 'Log in as yourself',
  missing: {
    title: 'This page was opened without https',
    OFFLINE_START: 'It cannot start without the network.',
    TAB_LOCKS: 'Two tabs take longer to agree which one sends.',
    SCREEN_ON: 'It cannot keep the screen on.',
    how: 'The README says how to change that, under “{{heading}}”, with',
  },
  kind: { TILL: 'Till', KITCHEN: 'Kitchen screen', CLOCK: 'Time clock' },
  open: { TILL: 'Open the till', KITCHEN: 'Open the kitchen screen', CLOCK: 'Open the time clock' },
  other: '{{name}} was paired as: {{kind}}',
  otherText: 'This page is for another kind of station. Unpair the device in the console to pair it again.',
  where: 'Where do you work?',
  noLocation: 'No location yet',
  noLocationText: 'A manager has to open a location first.',
  console: 'Console',
  move: 'Other location',
  signIn: 'Sign in',
  leave: 'Sign out {{name}}',
  pin: 'Your PIN',
  pinTyped_one: '{{count}} digit',
  pinTyped_other: '{{count}} digits',
  pinBack: 'Delete the last digit',
  pinEnter: 'Enter',
  wait_one: 'Wait {{count}} second.',
  wait_other: 'Wait {{count}} seconds.',
  maintenance: '{{title}}: {{from}} – {{until}}',
  notKept: 'This device could not keep what you just did. It was not sent. Make room on the device and try again.',
  left_one: '{{count}} entry of {{location}} has not been sent',
  left_other: '{{count}} entries of {{location}} have not been sent',
  leftText: 'They have been waiting on this device since {{since}}, and are sent once it is paired there again.',
  queue: {
    title: 'Not sent yet',
    empty: 'All sent',
    count_one: '{{count}} not sent',
    count_other: '{{count}} not sent',
    nothing: 'Everything has reached the server.',
    waiting_one: '{{count}} entry has been waiting since {{since}}.',
    waiting_other: '{{count}} entries have been waiting, the oldest since {{since}}.',
    away: 'The server cannot be reached. They are kept here and sent by themselves.',
    state: { WAITING: 'Waiting', SENDING: 'Sending', REFUSED: 'Refused', BROKEN: 'Cannot be read' },
    why: 'Why it is given up',
    giveUp: 'Give up',
    givenUp: 'Given up',
    problem: {
      FULL: 'There is no room left on this device. New entries cannot be kept.',
      NO_STORE: 'This browser keeps nothing. New entries are lost when the page closes.',
      KEY_USED: 'This was already kept with another content.',
    },
  },
} as const;

export const words = { device } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
