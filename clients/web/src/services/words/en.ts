const services = {
  since: 'Changed',
  toSync: 'See its sync',
  switchOn: 'Switch on',
  resume: 'Resume',
  pause: 'Pause',
  pauseQuestion: 'Pause {{name}}?',
  pauseText: 'Its sync stops at once, and it hears of no change until you resume it. Its settings stay.',
  switchOff: 'Switch off',
  switchOffQuestion: 'Switch off {{name}}?',
  switchOffText: 'Its sync stops at once, and it hears of no change any more. You can switch it on again later.',
  isOn: '{{name}} is on.',
  isPaused: '{{name}} is paused.',
  isOff: '{{name}} is off.',
  saved: '{{name}} is saved.',
  noSettings: 'It needs no settings: it reads your menu directly.',
  baseUrl: 'Address of its catalogue',
  account: 'Account there',
  domain: 'Domain of the website',
  token: 'Secret token',
  tokenOnce: 'What it asks of us to be let in. It is never shown again.',
  tokenStays: 'Never shown. Leave it empty to keep the one it has.',
  goneTitle: 'Not a product',
  goneText: 'There is no product with this address.',
} as const;

export const words = { services } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  enableService: 'Switched a product on',
  updateService: 'Changed a product',
  disableService: 'Switched a product off',
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
