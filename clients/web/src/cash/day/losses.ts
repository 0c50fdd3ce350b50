import { graphql } from '../../generated/gql.ts';

export const DayLossesDocument = graphql(`
  query DayLosses($locationId: ID!, $businessDate: String) {
    location(id: $locationId) {
      id
      losses(businessDate: $businessDate) {
        businessDate
        voids {
          ...LossSum
        }
        comps {
          ...LossSum
        }
        discounts {
          ...LossSum
        }
        outside {
          ...LossSum
        }
        orders {
          kind
          items
          reasons
          amount {
            amount
            currency
          }
          order {
            id
            number
          }
          cashSession {
            id
            drawer {
              id
              name
            }
          }
        }
      }
    }
  }

  fragment LossSum on CashReportSum {
    count
    amount {
      amount
      currency
    }
  }
`);
