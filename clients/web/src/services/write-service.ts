import { graphql } from '../generated/gql.ts';

export const EnableServiceDocument = graphql(`
  mutation EnableService($input: EnableServiceInput!) {
    enableService(input: $input) {
      ...ServiceRow
    }
  }
`);

export const UpdateServiceDocument = graphql(`
  mutation UpdateService($id: ID!, $input: UpdateServiceInput!) {
    updateService(id: $id, input: $input) {
      ...ServiceRow
    }
  }
`);
