export const notices = {
  title: 'Notices',
  unread_one: 'Notices, {{count}} unread',
  unread_other: 'Notices, {{count}} unread',
  isUnread: 'Unread:',
  readAll: 'Mark all as read',
  emptyTitle: 'Nothing new',
  emptyText: 'When something needs you, such as a sync that failed or a key that expires soon, it appears here.',
  webhook: 'A webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. See what is wrong and what can be done.' },
    alert_recovered: { title: 'Recovered: {{alert}}', text: '{{where}} is back to normal.' },
    sync_failed: { title: 'The sync with {{product}} failed', text: 'Not all menu changes have arrived there.' },
    sync_waiting: {
      title: 'The sync with {{product}} needs your approval',
      text: 'It would remove a lot. Let it continue or cancel it.',
    },
    api_key_expiring: {
      title: 'A key of {{client}} expires soon',
      text: '{{key}} expires on {{at}}. Create a new one.',
    },
    invitation_accepted: { title: '{{name}} accepted your invitation', text: 'They can work with you now.' },
    pin_locked: {
      title: 'Too many wrong PINs at {{name}}',
      text: 'PINs cannot be entered there for a while. If that was a mistake, allow them again.',
    },
    pin_reset: {
      title: 'Your PIN was reset',
      text: 'Ask whoever did it for the new one. You can choose another one here.',
    },
    activity_due: {
      title: '{{title}}',
      text: 'Due {{at}}.',
      text_late: 'Due {{at}}. This reminder comes late, because the platform was not running.',
    },
    activity_overdue: {
      title: 'Overdue: {{title}}',
      text: 'It was due {{at}}.',
      text_late: 'It was due {{at}}. This notice comes late, because the platform was not running.',
    },
    activity_assigned: { title: 'Assigned to you: {{title}}', text: 'See what there is to do, and by when.' },
    note_mentioned: { title: '{{name}} mentioned you in a note', text: '{{text}}' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Low success rate',
    PENDING_AGE: 'Events wait too long',
    FAILED_EVENTS: 'Too many failures',
    CHANNEL_STOPPED: 'A channel has stopped',
    BREAKER_OPEN: 'An application is failing',
    WEBHOOK_DISABLED: 'A webhook was stopped',
    WEBHOOK_FULL: 'Too much is waiting for a webhook',
    SCREEN_OFFLINE: 'A screen is offline',
    SYNC_FAILED: 'A sync is failing',
  },
  /** What an alert says that is about a thing. */
  thing: {
    SCREEN_OFFLINE: {
      raised: 'Screen “{{name}}” has been offline since {{since}}',
      recovered: 'Screen “{{name}}” is no longer offline',
      text: 'Check its power and network.',
    },
    SYNC_FAILED: {
      raised: 'The sync with {{name}} has been failing since {{since}}',
      recovered: 'The sync with {{name}} is no longer failing',
      text: 'Not all menu changes have arrived there.',
    },
  },
} as const;
