import { graphql } from '../generated/gql.ts';
import type {
  CashReportFragment,
  CashSessionRowFragment,
  DrawerRowFragment,
  ZPaperFragment,
} from '../generated/graphql.ts';

/** The drawers of a location, and where the feed stood when they were asked for. */
export const DrawersDocument = graphql(`
  query Drawers($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      drawers(archived: true) {
        ...DrawerRow
      }
    }
  }

  fragment DrawerRow on Drawer {
    id
    name
    archivedAt
    version
    location {
      id
      name
      currency
      timeZone
      receiptHead
    }
    openSession {
      ...CashSessionRow
    }
  }

  fragment CashSessionRow on CashSession {
    id
    businessDate
    openedAt
    openedBy
    closedAt
    currency
    float {
      amount
      currency
    }
    drawer {
      id
      name
      location {
        id
        name
        timeZone
        receiptHead
      }
    }
  }
`);

export const CashFeedDocument = graphql(`
  subscription CashFeed($locationId: ID!, $after: Cursor) {
    cashChanged(locationId: $locationId, after: $after) {
      cursor
      at
      sessionId
      session {
        ...CashSessionRow
      }
      drawer {
        ...DrawerRow
      }
    }
  }
`);

export const DrawerDocument = graphql(`
  query Drawer($id: ID!) {
    drawer(id: $id) {
      ...DrawerRow
    }
  }
`);

export const PastSessionsDocument = graphql(`
  query PastSessions($locationId: ID!, $filter: CashSessionFilter, $after: String) {
    location(id: $locationId) {
      id
      cashSessions(first: 30, filter: $filter, after: $after) {
        edges {
          cursor
          node {
            ...CashSessionRow
            zReport {
              id
              number
              overShort {
                amount
                currency
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CashSessionsExportDocument = graphql(`
  query CashSessionsExport($locationId: ID!, $filter: CashSessionFilter, $after: String) {
    location(id: $locationId) {
      id
      exportCashSessions(first: 200, filter: $filter, after: $after) {
        csv
        hasNextPage
        endCursor
      }
    }
  }
`);

export const XReportDocument = graphql(`
  query XReport($id: ID!) {
    xReport(sessionId: $id) {
      ...CashReport
    }
    cashSession(id: $id) {
      id
      movements {
        id
        kind
        amount {
          amount
          currency
        }
        reason
        movedAt
      }
    }
  }

  fragment CashReport on CashReport {
    float {
      amount
      currency
    }
    openingDifference {
      amount
      currency
    }
    cashPayments {
      amount
      currency
    }
    cashTips {
      amount
      currency
    }
    cashRefunds {
      amount
      currency
    }
    paidIn {
      amount
      currency
    }
    paidOut {
      amount
      currency
    }
    drops {
      amount
      currency
    }
    tipsOut {
      amount
      currency
    }
    expected {
      amount
      currency
    }
    tenders {
      tender
      kind
      count
      amount {
        amount
        currency
      }
      tip {
        amount
        currency
      }
    }
    taxes {
      ruleId
      name
      rate
      amount {
        amount
        currency
      }
    }
    refunds {
      count
      amount {
        amount
        currency
      }
    }
    refundTenders {
      tender
      kind
      count
      amount {
        amount
        currency
      }
      tip {
        amount
        currency
      }
    }
    refundTaxes {
      ruleId
      name
      rate
      amount {
        amount
        currency
      }
    }
    comps {
      count
      amount {
        amount
        currency
      }
    }
    voids {
      count
      amount {
        amount
        currency
      }
    }
  }
`);

export const SessionDocument = graphql(`
  query CashSession($id: ID!) {
    cashSession(id: $id) {
      ...CashSessionRow
      zReport {
        ...ZPaper
      }
    }
  }

  fragment ZPaper on ZReport {
    id
    number
    businessDate
    closedAt
    closedBy
    despite
    waiting {
      stationId
      name
      waiting
      takenBy
    }
    expected {
      amount
      currency
    }
    counted {
      amount
      currency
    }
    overShort {
      amount
      currency
    }
    report {
      ...CashReport
    }
  }
`);

/** What may be missing in the report of a drawer that is counted now. */
export const WaitingDocument = graphql(`
  query CashWaiting($id: ID!) {
    cashSession(id: $id) {
      id
      waiting {
        stationId
        name
        waiting
        waitingSince
        takenBy
        signedIn
        silentSince
      }
    }
  }
`);

export type Drawer = DrawerRowFragment;
export type CashSession = CashSessionRowFragment;
export type Report = CashReportFragment;
export type ZReport = ZPaperFragment;
