const analytics = {
  about: 'Days are those of UTC. An event for two applications counts twice.',
  emptyTitle: 'Nothing was told in that time',
  emptyText: 'As soon as applications tell each other something, it is counted here by day, type and channel.',
  byDay: 'By day',
  day: 'Day',
  published: 'Published',
  acknowledged: 'Acknowledged',
  failed: 'Failed',
  failedOrLate: 'Failed or too late',
  rate: 'Success',
  rates: 'Success by application',
  ofEnded: '{{done}} of {{ended}}',
  byType: 'By type',
  byChannel: 'By channel',
  channel: 'Channel',
  topFailures: 'What failed most',
  noFailures: 'Nothing failed or was too late.',
  lost: '{{failed}} failed · {{late}} too late',
} as const;

export const words = { analytics } as const;
