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

export const ApplyImportDocument = graphql(`
  mutation ApplyImport($id: ID!) {
    applyImport(id: $id) {
      ...ImportFacts
    }
  }
`);

export const UndoImportDocument = graphql(`
  mutation UndoImport($id: ID!) {
    undoImport(id: $id) {
      ...ImportFacts
    }
  }
`);
