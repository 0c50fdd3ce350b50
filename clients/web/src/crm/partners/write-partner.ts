import { graphql } from '../../generated/gql.ts';

export const RegisterPartnerDocument = graphql(`
  mutation RegisterPartner($input: RegisterPartnerInput!) {
    registerPartner(input: $input) {
      ...PartnerRow
    }
  }
`);

export const UpdatePartnerDocument = graphql(`
  mutation UpdatePartner($id: ID!, $input: UpdatePartnerInput!) {
    updatePartner(id: $id, input: $input) {
      ...PartnerRow
    }
  }
`);

export const RemovePartnerDocument = graphql(`
  mutation RemovePartner($id: ID!) {
    removePartner(id: $id)
  }
`);

export const RestorePartnerDocument = graphql(`
  mutation RestorePartner($id: ID!) {
    restorePartner(id: $id) {
      ...PartnerRow
    }
  }
`);

export const SetCommissionDocument = graphql(`
  mutation SetCommission($id: ID!, $ratePercent: Float!, $key: String!) {
    setCommission(partnerId: $id, ratePercent: $ratePercent, idempotencyKey: $key) {
      ...PartnerRow
    }
  }
`);

export const CompleteReferralDocument = graphql(`
  mutation CompleteReferral($id: ID!, $amount: MoneyInput!, $key: String!) {
    completeReferral(partnerId: $id, amount: $amount, idempotencyKey: $key) {
      id
      partner {
        ...PartnerRow
      }
    }
  }
`);

export const ProcessCommissionDocument = graphql(`
  mutation ProcessCommission($id: ID!, $amount: MoneyInput!, $key: String!) {
    processCommission(partnerId: $id, amount: $amount, idempotencyKey: $key) {
      id
      partner {
        ...PartnerRow
      }
    }
  }
`);
