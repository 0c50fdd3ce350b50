import { graphql } from '../generated/gql.ts';

export const UpdateSectionDocument = graphql(`
  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {
    updateMenuSection(id: $id, input: $input) {
      ...SectionRow
    }
  }
`);
