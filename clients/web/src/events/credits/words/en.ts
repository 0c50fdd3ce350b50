const credits = {
  about: 'What the applications of the suite have to spend. Each is notified of what it gets and loses.',
  allocate: 'Allocate credits',
  take: 'Take credits',
  allocateNow: 'Allocate',
  takeNow: 'Take',
  emptyTitle: 'No credits yet',
  noneOf: 'No credits for {{application}}',
  emptyText: 'Allocate some to an application: it is notified, and its answer appears beside the entry.',
  ownAccount: 'The application as a whole',
  account: 'Account',
  balance: 'Balance',
  application: 'Application',
  entity: 'Entity',
  entityHint: 'A branch or a person of the application; leave empty for the application as a whole',
  amount: 'Amount',
  noAmount: 'Enter a whole number between 1 and 1 billion, digits only.',
  notEnough_zero: 'There are no credits; you entered {{amount}}.',
  notEnough_one: 'There is {{balance}} credit; you entered {{amount}}.',
  notEnough_other: 'There are {{balance}} credits; you entered {{amount}}.',
  purpose: 'What for',
  purposeHint: 'For example employee_benefits',
  isWritten_zero: '{{application}} has no credits now.',
  isWritten_one: '{{application}} has {{balance}} credit now.',
  isWritten_other: '{{application}} has {{balance}} credits now.',
  wasWritten:
    'This was already recorded, with what the form said then. Check the account; discard what is here to record more.',
  ledger: 'Ledger',
  after: 'balance {{balance}}',
  notKept: 'Finished, no longer stored',
  goneTitle: 'Account not found',
  goneText: 'Nothing was ever allocated to it, or the address is wrong.',
} as const;

export const words = { credits } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  allocateCredits: 'Allocated credits',
  consumeCredits: 'Took credits',
} as const;
