const kitchen = {
  location: 'Location',
  noLocationTitle: 'No location yet',
  noLocationText: 'A kitchen belongs to a location. A manager has to open one first.',
  noStationTitle: 'No stations yet',
  noStationText: 'Until there is one, orders of this location are ready as soon as they are placed.',
  station: 'Station',
  newStation: 'New station',
  createStation: 'Add station',
  savedStation: 'Saved {{name}}.',
  stationName: 'Name',
  nameExample: 'Grill',
  warnAfter: 'Long wait after (min)',
  lateAfter: 'Late after (min)',
  limitsHint: 'After each of these the ticket changes its colour and its word, and the screen sounds.',
  noMinutes: 'Enter minutes, up to a day.',
  lateFirst: 'A ticket is late no sooner than it has waited long.',
  limits: '{{warn}} / {{late}} min',
  sound: 'Sound of new tickets',
  soundHint: 'Give stations side by side different ones.',
  sounds: { OFF: 'None', BELL: 'Bell', CHIME: 'Chime', BUZZER: 'Buzzer' },
  comeFirst: 'Put first',
  removeStation: 'Remove station',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'From now on its dishes go to the other stations. Its open tickets stay on the expediter’s screen.',
  goneTitle: 'Station not found',
  goneText: 'It was removed, or the address is wrong.',
  makes: 'What it makes',
  makesHint:
    'An item goes where its own lines say, else where its section goes, else to the first station. Choose no way to order for all of them. What was sent already stays where it is.',
  part: 'Section or item {{place}}',
  choosePart: 'Choose…',
  removePart: 'Remove section or item {{place}}',
  addPart: 'Add a section or item',
  saveRoutes: 'Save what it makes',
  wholeSection: 'All of {{name}}',
  rest: 'everything else',
  nothing: 'Nothing yet',
  openScreen: 'Open screen',
  openScreenOf: 'Open the screen of {{name}}',
  openExpediter: 'Open the expediter’s screen',
} as const;

export const words = { kitchen } as const;

export const done = {
  createKitchenStation: 'Added a kitchen station',
  updateKitchenStation: 'Changed a kitchen station',
  removeKitchenStation: 'Removed a kitchen station',
  setKitchenRoutes: 'Chose what a kitchen station makes',
  bumpTicket: 'Bumped a kitchen ticket',
  recallTicket: 'Recalled a kitchen ticket',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  kitchen: { about: 'Kitchen', write: 'Bump and recall tickets' },
} as const;

export const told = {
  noun: {
    KitchenStation: 'Kitchen station',
    KitchenRoute: 'Kitchen route',
    KitchenTicket: 'Kitchen ticket',
    KitchenFire: 'Line of a kitchen ticket',
  },
  field: {
    KitchenStation: {
      locationId: 'location',
      name: 'name',
      warnAfterSeconds: 'long wait, seconds',
      lateAfterSeconds: 'late, seconds',
      sound: 'sound',
      position: 'place',
      removedAt: 'removal',
    },
    KitchenRoute: { stationId: 'station', sectionId: 'section', itemId: 'item', channels: 'channels' },
    KitchenTicket: {
      orderId: 'order',
      locationId: 'location',
      stationId: 'station',
      number: 'number',
      mark: 'what it changes',
      toMake: 'to make',
      firedAt: 'fired',
      bumpedAt: 'bumped',
      recalledAt: 'recalled',
      voidedAt: 'voided',
    },
    KitchenFire: {
      orderId: 'order',
      lineId: 'ordered item',
      stationId: 'station',
      ticketId: 'ticket',
      kind: 'kind',
      difference: 'difference',
      note: 'note',
      firedAt: 'fired',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
