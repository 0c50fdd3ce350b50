import { graphql } from '../generated/gql.ts';

export const RefundShareDocument = graphql(`
  query RefundShare($id: ID!, $lines: [RefundLineInput!], $amount: MinorUnits, $tip: MinorUnits) {
    order(id: $id) {
      id
      refundShare(lines: $lines, amount: $amount, tip: $tip) {
        amount {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        tip {
          amount
          currency
        }
        lines {
          lineId
          quantity
          tax {
            amount
            currency
          }
          total {
            amount
            currency
          }
        }
        tenders {
          paymentId
          tender
          amount {
            amount
            currency
          }
          tip {
            amount
            currency
          }
        }
      }
    }
  }
`);

export const RefundDocument = graphql(`
  mutation Refund($input: RefundInput!) {
    refund(input: $input) {
      id
      amount {
        amount
        currency
      }
      tip {
        amount
        currency
      }
      order {
        ...OrderFacts
      }
    }
  }
`);

export const CapturePaymentDocument = graphql(`
  mutation CapturePayment($id: ID!) {
    capturePayment(id: $id) {
      id
      status
      order {
        ...OrderFacts
      }
    }
  }
`);

export const CancelPaymentDocument = graphql(`
  mutation CancelPayment($id: ID!) {
    cancelPayment(id: $id) {
      id
      status
      order {
        ...OrderFacts
      }
    }
  }
`);

export const VoidOrderDocument = graphql(`
  mutation VoidOrder($id: ID!, $reason: String!) {
    voidOrder(id: $id, reason: $reason) {
      ...OrderFacts
    }
  }
`);

export const VoidLineDocument = graphql(`
  mutation VoidLine($id: ID!, $reason: String!) {
    voidOrderLine(id: $id, reason: $reason) {
      ...OrderFacts
    }
  }
`);

export const CompLineDocument = graphql(`
  mutation CompLine($id: ID!, $reason: String!) {
    compLine(id: $id, reason: $reason) {
      ...OrderFacts
    }
  }
`);

export const DiscountOrderDocument = graphql(`
  mutation DiscountOrder($id: ID!, $discount: PortionInput!) {
    discountOrder(id: $id, discount: $discount) {
      ...OrderFacts
    }
  }
`);

export const DiscountLineDocument = graphql(`
  mutation DiscountLine($id: ID!, $discount: PortionInput!) {
    discountLine(id: $id, discount: $discount) {
      ...OrderFacts
    }
  }
`);
