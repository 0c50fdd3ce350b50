import { graphql } from '../../generated/gql.ts';

export const UndoMergeDocument = graphql(`
  mutation UndoMerge($id: ID!) {
    undoMerge(id: $id) {
      ...ContactRow
    }
  }
`);
