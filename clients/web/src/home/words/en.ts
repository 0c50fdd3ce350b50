const health = {
  OK: 'Works',
  DEGRADED: 'In part',
  DOWN: 'Down',
  away: 'No answer',
  matrix: 'Matrix',
  awayText: 'This part does not answer right now; the others are up to date.',
  services: 'Products',
  syncs: 'Syncs',
  lastSync: 'Last up to date',
  neverSynced: 'Never yet',
  service: { ACTIVE: 'Active', PAUSED: 'Paused', OFF: 'Off' },
  sync: { PENDING: 'Waiting', SYNCING: 'At work', SUCCESS: 'Up to date', ERROR: 'Failed' },
  product: {
    ORDERING: 'Ordering',
    SMP: 'Signage (SMP)',
    MARKETING_APP: 'Marketing app',
    WEB_HOSTING: 'Web hosting',
    DIGITAL_MENU: 'Digital menu',
    MINI_BODEGA: 'Mini bodega',
  },
  code: {
    NO_SCREENS: 'No screen is paired',
    SCREENS_ONLINE: 'Online: {{screens}} of {{screens}}',
    SCREENS_OFFLINE: 'Offline: {{offline}} of {{screens}}',
    ALL_TOLD: 'Every change has been told',
    CHANGES_WAIT: 'Waiting to be told: {{changes}}',
    MENU: 'Items: {{items}}, sold out: {{soldOut}}',
    NO_SERVICES: 'No product is switched on',
    SERVICES: 'Active: {{active}}, paused: {{paused}}',
    NO_SYNCS: 'No product has a sync',
    SYNCS_WELL: 'None failed',
    SYNCS_FAILED: 'Failed: {{failed}} of {{syncs}}',
    NO_EVENTS: 'Nothing was told yet',
    EVENTS_FLOW: 'Acknowledged in all {{channels}} channels',
    EVENTS_FAIL: 'In trouble: {{troubled}} of {{channels}} channels',
    EVENTS_NEED: 'To be looked at: {{advised}}. The matrix says what to do',
  },
  menuChanges: 'Changes of the menu',
  screenChanges: 'Changes of screens',
} as const;

const home = {
  concerns: 'Needs you',
  recent: 'Just changed',
  health: 'How it is going',
  allWell: 'Nothing needs you',
  allWellText: 'When a screen goes offline, a sync fails or something waits for your decision, it is here first.',
  kind: { wrong: 'Wrong', decide: 'To decide' },
  act: { wrong: 'See why', decide: 'Decide' },
} as const;

export const words = { home, health } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
