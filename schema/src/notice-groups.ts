/** What people are told of, in groups: for each, a person says whether they want an e-mail too; this is how it is until then. */
export const noticeGroups = {
  ALERTS: { email: true, description: 'What is wrong with events, and that it is over.' },
  SYNC: { email: true, description: 'A product could not be brought up to date.' },
  ACCESS: { email: true, description: 'Keys that end soon.' },
  PEOPLE: { email: false, description: 'Who has come to work with you.' },
  OTHER: { email: false, description: 'Everything else.' },
} as const satisfies Record<string, { email: boolean; description: string }>;
export type NoticeGroup = keyof typeof noticeGroups;
