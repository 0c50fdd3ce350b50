const analytics = {
  about: 'Days are in UTC. An event for two applications counts twice.',
  emptyTitle: 'No events in this period',
  emptyText: 'As soon as applications send each other events, they are counted here by day, type and channel.',
  byDay: 'By day',
  day: 'Day',
  published: 'Published',
  acknowledged: 'Acknowledged',
  failed: 'Failed',
  failedOrLate: 'Failed or timed out',
  rate: 'Success',
  rates: 'Success by application',
  ofEnded: '{{done}} of {{ended}}',
  byType: 'By type',
  byChannel: 'By channel',
  channel: 'Channel',
  topFailures: 'What failed most',
  noFailures: 'Nothing failed or timed out.',
  lost: '{{failed}} failed · {{late}} timed out',
} as const;

export const words = { analytics } as const;
