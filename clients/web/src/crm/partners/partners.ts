import { graphql } from '../../generated/gql.ts';
import type { PartnerRowFragment, PayoutLineFragment } from '../../generated/graphql.ts';

export const PartnersDocument = graphql(`
  query Partners($filter: PartnerFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        partners(first: 50, after: $after, filter: $filter) {
          edges {
            cursor
            node {
              ...PartnerRow
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

  fragment PartnerRow on Partner {
    id
    status
    ratePercent
    affiliateAccountId
    registeredAt
    version
    contact {
      id
      name
      company
    }
    paidOut {
      amount
      currency
    }
  }
`);

export const FindPartnersDocument = graphql(`
  query FindPartners($text: String!, $after: String) {
    viewer {
      id
      tenant {
        id
        searchCrm(text: $text, kinds: [PARTNER], first: 50, after: $after) {
          edges {
            cursor
            node {
              id
              kind
              title
              excerpt
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
`);

export const PartnerDocument = graphql(`
  query Partner($id: ID!) {
    partner(id: $id) {
      ...PartnerRow
    }
  }
`);

export const PayoutsDocument = graphql(`
  query Payouts($id: ID!, $after: String) {
    partner(id: $id) {
      id
      payouts(first: 20, after: $after) {
        edges {
          cursor
          node {
            ...PayoutLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment PayoutLine on Payout {
    id
    kind
    amount {
      amount
      currency
    }
    eventId
    createdAt
  }
`);

export type Partner = PartnerRowFragment;
export type Payout = PayoutLineFragment;
