import { graphql } from '../../generated/gql.ts';

export const UpdateTagDocument = graphql(`
  mutation UpdateTag($id: ID!, $input: UpdateTagInput!) {
    updateTag(id: $id, input: $input) {
      ...TagRow
    }
  }
`);

export const RenameTagDocument = graphql(`
  mutation RenameTag($id: ID!, $name: String!, $version: Int!) {
    renameTag(id: $id, name: $name, version: $version) {
      ...TagRow
    }
  }
`);

export const MergeTagsDocument = graphql(`
  mutation MergeTags($intoId: ID!, $otherIds: [ID!]!) {
    mergeTags(intoId: $intoId, otherIds: $otherIds) {
      ...TagRow
    }
  }
`);

export const RemoveTagDocument = graphql(`
  mutation RemoveTag($id: ID!) {
    removeTag(id: $id)
  }
`);

export const RestoreTagDocument = graphql(`
  mutation RestoreTag($id: ID!) {
    restoreTag(id: $id) {
      ...TagRow
    }
  }
`);
