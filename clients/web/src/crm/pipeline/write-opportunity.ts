import { graphql } from '../../generated/gql.ts';

export const CreateOpportunityDocument = graphql(`
  mutation CreateOpportunity($input: CreateOpportunityInput!) {
    createOpportunity(input: $input) {
      id
      ...OpportunityRow
    }
  }
`);

export const UpdateOpportunityDocument = graphql(`
  mutation UpdateOpportunity($id: ID!, $input: UpdateOpportunityInput!) {
    updateOpportunity(id: $id, input: $input) {
      ...OpportunityRow
    }
  }
`);

export const MoveOpportunityDocument = graphql(`
  mutation MoveOpportunity($id: ID!, $input: MoveOpportunityInput!) {
    moveOpportunity(id: $id, input: $input) {
      ...OpportunityRow
    }
  }
`);

export const RemoveOpportunityDocument = graphql(`
  mutation RemoveOpportunity($id: ID!) {
    removeOpportunity(id: $id)
  }
`);

export const RestoreOpportunityDocument = graphql(`
  mutation RestoreOpportunity($id: ID!) {
    restoreOpportunity(id: $id) {
      ...OpportunityRow
    }
  }
`);
