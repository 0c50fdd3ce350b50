const health = {
  OK: 'Working',
  DEGRADED: 'Degraded',
  DOWN: 'Down',
  away: 'No answer',
  matrix: 'Matrix',
  awayText: 'This part is not answering right now; the others are up to date.',
  services: 'Services',
  syncs: 'Syncs',
  lastSync: 'Last in sync',
  neverSynced: 'Never synced',
  code: {
    NO_SCREENS: 'No screen is paired',
    SCREENS_ONLINE: 'Online: {{screens}} of {{screens}}',
    SCREENS_OFFLINE: 'Offline: {{offline}} of {{screens}}',
    ALL_TOLD: 'Every change has been sent',
    CHANGES_WAIT: 'Waiting to be sent: {{changes}}',
    MENU: 'Items: {{items}}, sold out: {{soldOut}}',
    NO_SERVICES: 'No product is switched on',
    SERVICES: 'On: {{active}}, paused: {{paused}}',
    NO_SYNCS: 'No product has a sync',
    SYNCS_WELL: 'None failed',
    SYNCS_FAILED: 'Failed: {{failed}} of {{syncs}}',
    NO_EVENTS: 'No events yet',
    EVENTS_FLOW: 'Acknowledged in every channel ({{channels}})',
    EVENTS_FAIL: 'Channels in trouble: {{troubled}} of {{channels}}',
    EVENTS_NEED: 'Needs attention: {{advised}}. The matrix says what to do',
    ACTIVITIES_ON_TIME: 'Open: {{open}}',
    ACTIVITIES_OVERDUE: 'Overdue: {{overdue}} of {{open}}',
    REMINDERS_LATE: 'Late reminders: {{late}}',
  },
  menuChanges: 'Menu changes',
  screenChanges: 'Screen changes',
} as const;

const home = {
  concerns: 'Needs you',
  recent: 'Recent changes',
  health: 'System health',
  overdue: 'Overdue',
  today: 'Due today',
  more: {
    overdue_one: '{{count}} more overdue',
    overdue_other: '{{count}} more overdue',
    today_one: '{{count}} more due today',
    today_other: '{{count}} more due today',
  },
  myDay: 'What I have to do',
  allWell: 'Nothing needs you',
  allWellText: 'When a screen goes offline, a sync fails or something waits for your decision, it is here first.',
  notAll: 'Not everything could be checked. What is missing comes by itself when it can be.',
  kind: { wrong: 'Problem', decide: 'To decide' },
  act: { wrong: 'See why', decide: 'Decide' },
} as const;

export const words = { home, health } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
