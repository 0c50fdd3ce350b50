import { graphql } from '../../generated/gql.ts';

export const PlanImportDocument = graphql(`
  mutation PlanImport($uploadId: ID!, $mapping: [ColumnMappingInput!], $options: ImportOptionsInput) {
    planImport(uploadId: $uploadId, mapping: $mapping, options: $options) {
      ...ImportFacts
    }
  }
`);

export const CancelImportDocument = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      ...ImportFacts
    }
  }
`);
