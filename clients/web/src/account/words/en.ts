const me = {
  sessions: 'Where you are logged in',
  thisOne: 'This one',
  unknownDevice: 'Unknown device',
  since: 'logged in',
  lastSeen: 'last active',
  end: 'Log out',
  endOne: 'Log out {{device}}',
  endOthers: 'Log out all others',
  endOthersQuestion_one: 'Log out {{count}} other session?',
  endOthersQuestion_other: 'Log out {{count}} other sessions?',
  endOthersText: 'They end immediately, at every business you work for. You stay logged in here.',
  ended_one: '{{count}} session ended.',
  ended_other: '{{count}} sessions ended.',
  changePassword: 'Change password',
  current: 'Current password',
  wrong: 'This is not your password.',
  rules:
    'At least 12 characters; a few words are best. Not easily guessed, and not your name or address. You are logged out everywhere else.',
  passwordChanged: 'Password changed. You have been logged out everywhere else.',
  pin: 'Your PIN',
  pinText:
    'With it you sign in at the tills and kitchen screens of a location. Four to six digits; not 1234, not a year.',
  pinLocation: 'Location',
  pinNew: 'New PIN',
  pinSet: 'Set PIN',
  pinSaved: 'Your PIN for {{name}} is set.',
  pinSince: 'PIN set',
  pinNone: 'You have no PIN there yet.',
  pinOff: 'Your PIN there was turned off. A manager can reset it.',
  languageText: 'For the console and the emails you get.',
  timeZone: 'Time zone',
  timeZoneText: 'For the times in your emails and notices.',
  zoneOfTenant: 'Same as {{name}}: {{zone}}',
  emails: 'Emails',
  emailsText: 'Notices are always under the bell. Emails about your password and invitations always come.',
  email: {
    ALERTS: 'Alerts, and when they are over',
    SYNC: 'Syncs that fail or need your approval',
    ACCESS: 'Keys that expire soon',
    PEOPLE: 'People who accept your invitation',
    CRM: 'Activities that you are given, or that are due or overdue; notes that mention you',
    OTHER: 'Other notices',
  },
} as const;

export const words = { me } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
