const access = {
  presets: 'Choose by purpose',
  preset: {
    reader: 'Shows the menu',
    signage: 'Digital signage',
    sync: 'Syncs the menu both ways',
    events: 'Exchanges events',
    monitoring: 'Monitoring',
  },
  operationsWait_one: '{{count}} operation of {{name}} is waiting for approval',
  operationsWait_other: '{{count}} operations of {{name}} are waiting for approval',
  keyExpires: 'A key of {{name}} expires soon',
  new: 'New API client',
  create: 'Create',
  saved: 'Saved {{name}}.',
  name: 'Name',
  description: 'What it is for, and whom to call',
  application: 'Acts for',
  applicationHint: 'The application on the event bus whose events it receives and publishes, such as SMP',
  scopes: 'What its keys may do',
  noScope: 'Choose at least one.',
  limits: 'Limits',
  usual: 'default',
  perMinute: 'Operations a minute',
  perHour: 'Operations an hour',
  subscriptions: 'Live subscriptions',
  cost: 'Cost of one operation',
  ACTIVE: 'Active',
  SUSPENDED: 'Suspended',
  noKey: 'Has no key',
  suspend: 'Suspend',
  resume: 'Resume',
  remove: 'Remove client',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'Its keys stop working immediately and permanently.',
  goneTitle: 'Client not found',
  goneText: 'This API client was removed, or the address is wrong.',
  emptyTitle: 'No other system works with your data',
  emptyText: 'Create an API client for each one that should: it gets its own keys, which you can revoke.',
  keys: 'Keys',
  noKeys: 'It has no key yet, so it cannot do anything.',
  newKey: 'New key',
  shownOnce: 'Copy this key now. It is shown only once and stored nowhere.',
  lastUsed: 'Used',
  neverUsed: 'Never used',
  ends: 'expires {{at}}',
  rotate: 'Rotate',
  revoke: 'Revoke',
  revokeQuestion: 'Revoke {{prefix}}?',
  revokeText: 'Anything using it is refused immediately. Rotate instead to get 24 hours to switch.',
} as const;

const operations = {
  title: 'Operations',
  broken: 'Refused',
  ended: 'Expired',
  PENDING: 'Waiting',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  QUERY: 'Reads',
  MUTATION: 'Changes',
  SUBSCRIPTION: 'Follows',
  costs: 'cost {{cost}}',
  costsUpTo: 'May cost up to {{cost}}.',
  assumed:
    'Calculated with the default values of its variables and nothing skipped; a list of no stated length counts as ten entries.',
  needs: 'Permissions needed: {{scopes}}.',
  needsNothing: 'Needs no permission.',
  problems: 'It would be refused',
  scopeMissing: 'It needs the permission “{{scope}}”, which this client does not have.',
  unfit: 'not in the API',
  document: 'Document',
  because: 'Rejected: {{reason}}',
  approve: 'Approve',
  isApproved: '{{name}} may run now.',
  reject: 'Reject',
  isRejected: 'Rejected {{name}}.',
  reason: 'Why',
  reasonFor: 'The developer of the client reads this.',
  remove: 'Remove',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'The client is refused immediately when it sends this, and live subscriptions with it end.',
  download: 'Download approved',
  waiting_one: '{{count}} waiting',
  waiting_other: '{{count}} waiting',
  refused_one: '{{count}} refused',
  refused_other: '{{count}} refused',
  goneTitle: 'Operation not found',
  goneText: 'This operation was removed, or the address is wrong.',
  emptyTitle: 'Nothing registered yet',
  emptyText:
    'A client with a key can only run operations that were registered and approved. Register those that its maker gives you, as GraphQL files or a persisted-documents.json; then look at each and approve it.',
  register: 'Register from files',
  registered_one: '{{count}} operation registered. Look at it, then approve it.',
  registered_other: '{{count}} operations registered. Look at each, then approve it.',
  notRegistered: '{{name}} is not registered.',
  unreadable: 'There are no documents in {{file}}.',
  notOpened: '{{file}} could not be read.',
} as const;

const usage = {
  title: 'Who uses what',
  field: 'Field',
  times_one: '{{times}} time',
  times_other: '{{times}} times',
  narrow_one: '{{count}} more row. Enter a field to narrow them.',
  narrow_other: '{{count}} more rows. Enter a field to narrow them.',
  nobody: 'Nobody uses it',
  nobodyText: 'No client requested a field like this in that period.',
  emptyTitle: 'No requests yet',
  emptyText: 'As soon as other systems request your data, this shows who uses which field, how often and when last.',
} as const;

const firstCall = {
  rest: 'Try it over REST',
  operation: 'Run the registered operation {{name}}',
  noOperation: 'Over GraphQL this client can run what is registered and approved for it; nothing is yet.',
  docs: 'API reference',
  operations: 'Its operations',
  playground: 'Playground',
} as const;

export const words = { access, operations, usage, firstCall } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  createApiClient: 'Created an API client',
  updateApiClient: 'Changed an API client',
  suspendApiClient: 'Suspended an API client',
  resumeApiClient: 'Resumed an API client',
  removeApiClient: 'Removed an API client',
  createApiKey: 'Created an API key',
  rotateApiKey: 'Replaced an API key',
  revokeApiKey: 'Revoked an API key',
  registerOperations: 'Registered operations',
  approveOperations: 'Approved operations',
  rejectOperations: 'Rejected operations',
  removeOperations: 'Removed operations',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  upload: {
    about: 'Files',
    write: 'Upload files',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    ApiClient: 'API client',
    ApiKey: 'API key',
    RegisteredOperation: 'Operation',
  },
  field: {
    ApiClient: {
      name: 'name',
      description: 'description',
      scopes: 'scopes',
      application: 'application',
      status: 'state',
      limits: 'limits',
      perMinute: 'operations a minute',
      perHour: 'operations an hour',
    },
    ApiKey: {
      note: 'note',
      expiresAt: 'expires',
      revokedAt: 'revoked',
    },
  },
  value: {
    ApiClient: {
      status: {
        ACTIVE: 'active',
        SUSPENDED: 'suspended',
      },
    },
  },
  sentence: {
    ApiClient: {
      CREATED: '{{who}} created the API client {{name}}',
      REMOVED: '{{who}} removed the API client {{name}}',
      name: '{{who}} renamed the API client {{before}} to {{after}}',
      scopes: '{{who}} changed what the API client {{name}} may do',
      status_ACTIVE: '{{who}} resumed the API client {{name}}',
      status_SUSPENDED: '{{who}} suspended the API client {{name}}',
    },
    ApiKey: {
      CREATED: '{{who}} created the API key {{name}}',
      revokedAt: '{{who}} revoked the API key {{name}}',
      expiresAt: '{{who}} changed when the API key {{name}} expires',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
