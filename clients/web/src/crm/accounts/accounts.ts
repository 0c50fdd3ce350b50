import { graphql } from '../../generated/gql.ts';
import type { AccountRowFragment, AccountWholeFragment } from '../../generated/graphql.ts';

export const AccountsDocument = graphql(`
  query Accounts($filter: AccountFilter, $sort: AccountSort!, $after: String) {
    accounts(filter: $filter, sort: $sort, first: 50, after: $after) {
      edges {
        cursor
        node {
          ...AccountRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }

  fragment AccountRow on Account {
    id
    tenantId
    name
    stage
    ownerId
    health
    reasons {
      code
      weight
      name
      count
      days
      path
      asOf
    }
    checkedAt
    lastContactAt
    nextStep {
      id
      title
    }
    openCount
    overdueCount
    version
  }
`);

export const AccountDocument = graphql(`
  query Account($id: ID!) {
    account(id: $id) {
      ...AccountWhole
    }
  }

  fragment AccountWhole on Account {
    ...AccountRow
    trend(days: 90) {
      date
      health
    }
    activities(first: 20, open: true) {
      edges {
        cursor
        node {
          ...ActivityRow
        }
      }
    }
    notes(first: 20) {
      edges {
        cursor
        node {
          ...NoteRow
        }
      }
    }
    timeline(first: 20) {
      edges {
        cursor
        node {
          ...TimelineRow
        }
      }
    }
  }
`);

export const UpdateAccountDocument = graphql(`
  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!) {
    updateAccount(id: $id, input: $input) {
      ...AccountRow
    }
  }
`);

export const AssessAccountsDocument = graphql(`
  mutation AssessAccounts {
    assessAccounts
  }
`);

export type Account = AccountRowFragment;
export type WholeAccount = AccountWholeFragment;
export type Reason = Account['reasons'][number];

export const stages = ['PROSPECT', 'ONBOARDING', 'ACTIVE', 'AT_RISK', 'LEAVING', 'LEFT'] as const;
export const sorts = ['HEALTH', 'NAME', 'LAST_CONTACT', 'NEXT_STEP'] as const;
export const reasonCodes = [
  'SYNC_FAILING',
  'SCREEN_DARK',
  'MENU_SOLD_OUT',
  'EVENTS_UNACKNOWLEDGED',
  'EVENTS_FAILED',
  'NO_CONTACT',
  'ACTIVITIES_OVERDUE',
] as const;
