/** What people are told of, in groups: for each, a person says whether they want an e-mail too; this is how it is until then. */
export const noticeGroups = {
  ALERTS: { email: true, description: 'Alerts about events, and when they are over.' },
  SYNC: { email: true, description: 'A sync with a product failed, or needs approval.' },
  ACCESS: { email: true, description: 'Keys that expire soon.' },
  PEOPLE: { email: false, description: 'People who start working with you.' },
  CRM: {
    email: true,
    description: 'Activities that you are given, or that are due or overdue; notes that mention you.',
  },
  OTHER: { email: false, description: 'Everything else.' },
} as const satisfies Record<string, { email: boolean; description: string }>;
export type NoticeGroup = keyof typeof noticeGroups;
