import { graphql } from '../../generated/gql.ts';

export const CreateContactDocument = graphql(`
  mutation CreateContact($input: CreateContactInput!) {
    createContact(input: $input) {
      id
      ...ContactRow
    }
  }
`);
