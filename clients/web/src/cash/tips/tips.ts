import { graphql } from '../../generated/gql.ts';

export const TipPoolDocument = graphql(`
  query TipPool($locationId: ID!, $input: TipPoolInput!) {
    location(id: $locationId) {
      id
      tipPool(input: $input) {
        tips {
          amount
          currency
        }
        refunded {
          amount
          currency
        }
        paidOut {
          amount
          currency
        }
        serviceCharges {
          amount
          currency
        }
        tipPool {
          ...PoolShares
        }
        serviceChargePool {
          ...PoolShares
        }
      }
    }
  }

  fragment PoolShares on TipPool {
    pool {
      amount
      currency
    }
    weightOfAll
    shares {
      name
      weight
      exact
      amount {
        amount
        currency
      }
    }
  }
`);
