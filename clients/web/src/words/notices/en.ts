export const notices = {
  title: 'Notices',
  unread_one: 'Notices, {{count}} unread',
  unread_other: 'Notices, {{count}} unread',
  isUnread: 'Unread:',
  readAll: 'Mark all as read',
  emptyTitle: 'Nothing new',
  emptyText: 'When something needs you, such as a sync that failed or a key that expires soon, it is said here.',
  webhook: 'A webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. See what is wrong and what can be done.' },
    alert_recovered: { title: 'Recovered: {{alert}}', text: '{{where}} is as it should be again.' },
    sync_failed: { title: 'The sync with {{product}} failed', text: 'What changed on the menu has not all got there.' },
    sync_waiting: {
      title: 'The sync with {{product}} waits for you',
      text: 'It would remove a lot. Let it go on or cancel it.',
    },
    api_key_expiring: { title: 'A key of {{client}} expires soon', text: '{{key}} ends on {{at}}. Make a new one.' },
    invitation_accepted: { title: '{{name}} accepted your invitation', text: 'They can work with you now.' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Too few succeed',
    PENDING_AGE: 'Events wait too long',
    FAILED_EVENTS: 'Too many fail',
    CHANNEL_STOPPED: 'A channel has stopped',
    BREAKER_OPEN: 'An application fails',
    WEBHOOK_DISABLED: 'A webhook was stopped',
    WEBHOOK_FULL: 'A webhook has too much waiting',
  },
} as const;
