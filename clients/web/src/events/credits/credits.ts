import type { Problem } from '@mycelium/client-kit/problem';
import { graphql } from '../../generated/gql.ts';
import type { CreditLineFragment } from '../../generated/graphql.ts';

/** Who can have credits. */
export const applications = ['crm', 'hr', 'affiliate', 'system'] as const;

export const AccountsDocument = graphql(`
  query CreditAccounts($application: String, $after: String) {
    viewer {
      id
      tenant {
        id
        creditAccounts(application: $application, after: $after) {
          edges {
            cursor
            node {
              ...CreditAccountRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment CreditAccountRow on CreditAccount {
    id
    application
    entityId
    balance
    updatedAt
  }
`);

export const LedgerDocument = graphql(`
  query CreditLedger($accountId: ID!, $after: String) {
    viewer {
      id
      tenant {
        id
        creditEntries(accountId: $accountId, after: $after) {
          edges {
            cursor
            node {
              ...CreditLine
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment CreditLine on CreditEntry {
    id
    createdAt
    kind
    amount
    balanceAfter
    purpose
    eventId
    actor {
      kind
      id
    }
    account {
      ...CreditAccountRow
    }
    delivery {
      eventId
      targetApplication
      status
      attempts
      nextAttemptAt
      acknowledgmentData
      lastError
    }
  }
`);

export const LedgerExportDocument = graphql(`
  query CreditLedgerExport($accountId: ID!, $after: String) {
    viewer {
      id
      tenant {
        id
        creditEntriesExport(accountId: $accountId, after: $after) {
          csv
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CreditFeedDocument = graphql(`
  subscription CreditFeed($tenantId: ID!, $after: Cursor) {
    creditsChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      entry {
        id
        account {
          ...CreditAccountRow
        }
      }
    }
  }
`);

export const AllocateDocument = graphql(`
  mutation AllocateCredits($application: String!, $entityId: ID, $amount: Int!, $purpose: String, $key: String!) {
    entry: allocateCredits(
      application: $application
      entityId: $entityId
      amount: $amount
      purpose: $purpose
      idempotencyKey: $key
    ) {
      id
      account {
        ...CreditAccountRow
      }
    }
  }
`);

export const TakeDocument = graphql(`
  mutation TakeCredits($application: String!, $entityId: ID, $amount: Int!, $purpose: String, $key: String!) {
    entry: consumeCredits(
      application: $application
      entityId: $entityId
      amount: $amount
      purpose: $purpose
      idempotencyKey: $key
    ) {
      id
      account {
        ...CreditAccountRow
      }
    }
  }
`);

export type CreditLine = CreditLineFragment;

/** What there was, when more was to be taken than that. */
export function balanceIn(problem: Problem | undefined): number | undefined {
  const balance = problem?.facts.balance;
  return typeof balance === 'number' ? balance : undefined;
}

/** Whether the form was written before, with other words than those of now. */
export function wasWritten(problem: Problem | undefined): boolean {
  return problem?.facts.entryId !== undefined;
}
