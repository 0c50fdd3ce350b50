const me = {
  sessions: 'Where you are logged in',
  thisOne: 'This one',
  unknownDevice: 'Unknown device',
  since: 'opened',
  lastSeen: 'last seen',
  end: 'Log out',
  endOne: 'Log out {{device}}',
  endOthers: 'Log out all others',
  endOthersQuestion_one: 'Log out {{count}} other session?',
  endOthersQuestion_other: 'Log out {{count}} other sessions?',
  endOthersText: 'They end at once, in every tenant that you work for. This one stays.',
  ended_one: '{{count}} session ended.',
  ended_other: '{{count}} sessions ended.',
  changePassword: 'Change password',
  current: 'Password of now',
  wrong: 'This is not your password.',
  rules:
    'At least 12 characters; a few words are best. Nothing that is easily guessed, and not your name or address. Your other sessions end.',
  passwordChanged: 'Your password is changed. Your other sessions have ended.',
  languageText: 'For the console and for the emails that you get.',
  timeZone: 'Time zone',
  timeZoneText: 'For the times in your emails and notices.',
  zoneOfTenant: 'As {{name}}: {{zone}}',
  emails: 'Emails',
  emailsText: 'Notices are always under the bell. Emails about your password and invitations always come.',
  email: {
    ALERTS: 'Alerts, and that they are over',
    SYNC: 'Syncs that fail or wait for you',
    ACCESS: 'Keys that expire soon',
    PEOPLE: 'People who accept your invitation',
    OTHER: 'Other notices',
  },
} as const;

export const words = { me } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
