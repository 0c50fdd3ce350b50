const credits = {
  about: 'What the applications of the suite have to spend. Each is told of what it gets and loses.',
  allocate: 'Allocate credits',
  take: 'Take credits',
  allocateNow: 'Allocate',
  takeNow: 'Take',
  emptyTitle: 'No credits yet',
  noneOf: 'No credits for {{application}}',
  emptyText: 'Allocate some to an application: it is told, and its answer stands beside the line.',
  ownAccount: 'The application as a whole',
  account: 'Account',
  balance: 'Balance',
  application: 'Application',
  entity: 'Entity',
  entityHint: 'A branch or a person of the application; empty for the application as a whole',
  amount: 'Amount',
  noAmount: 'Enter a whole number, 1 to 1000000000, without separators.',
  notEnough_zero: 'There are no credits, and not {{amount}}.',
  notEnough_one: 'There is {{balance}} credit, and not {{amount}}.',
  notEnough_other: 'There are {{balance}} credits, and not {{amount}}.',
  purpose: 'What for',
  purposeHint: 'For example employee_benefits',
  isWritten: '{{application}} has {{balance}} credits now.',
  wasWritten:
    'This was written before, with what the form said then. Look at the account; discard what is here to write more.',
  ledger: 'Ledger',
  after: '{{balance}} after it',
  notKept: 'Over, not kept any more',
  goneTitle: 'No such account',
  goneText: 'Nothing was ever allocated to it, or the address is wrong.',
} as const;

export const words = { credits } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  allocateCredits: 'Allocated credits',
  consumeCredits: 'Consumed credits',
} as const;
