import { graphql } from '../../generated/gql.ts';

/** What is done to an order at once, since somebody has to approve it or the server has to reckon. */
export const VoidLineDocument = graphql(`
  mutation TillVoidLine($id: ID!, $reason: String!, $pin: String) {
    order: voidOrderLine(id: $id, reason: $reason, pin: $pin) {
      id
      ...TillOrder
    }
  }
`);

export const CompLineDocument = graphql(`
  mutation TillCompLine($id: ID!, $reason: String!, $pin: String) {
    order: compLine(id: $id, reason: $reason, pin: $pin) {
      id
      ...TillOrder
    }
  }
`);

export const DiscountLineDocument = graphql(`
  mutation TillDiscountLine($id: ID!, $discount: PortionInput!, $pin: String) {
    order: discountLine(id: $id, discount: $discount, pin: $pin) {
      id
      ...TillOrder
    }
  }
`);

export const ChangeLineDocument = graphql(`
  mutation TillChangeLine($id: ID!, $input: ChangeOrderLineInput!) {
    order: changeOrderLine(id: $id, input: $input) {
      id
      ...TillOrder
    }
  }
`);

export const VoidOrderDocument = graphql(`
  mutation TillVoidOrder($id: ID!, $reason: String!, $pin: String) {
    order: voidOrder(id: $id, reason: $reason, pin: $pin) {
      id
      ...TillOrder
    }
  }
`);

export const DiscountOrderDocument = graphql(`
  mutation TillDiscountOrder($id: ID!, $discount: PortionInput!, $pin: String) {
    order: discountOrder(id: $id, discount: $discount, pin: $pin) {
      id
      ...TillOrder
    }
  }
`);

export const RefundDocument = graphql(`
  mutation TillRefund($input: RefundInput!, $pin: String) {
    refund(input: $input, pin: $pin) {
      id
      order {
        id
        ...TillOrder
      }
    }
  }
`);

export const ServiceChargeDocument = graphql(`
  mutation TillServiceCharge($id: ID!, $charge: PortionInput) {
    order: setServiceCharge(id: $id, charge: $charge) {
      id
      ...TillOrder
    }
  }
`);

export const SplitOrderDocument = graphql(`
  mutation TillSplitOrder($id: ID!, $by: SplitBy!, $checks: [SplitCheckInput!]!) {
    orders: splitOrder(id: $id, by: $by, checks: $checks) {
      id
      ...TillOrder
    }
  }
`);
