import { graphql } from '../../generated/gql.ts';
import type { NoteRowFragment } from '../../generated/graphql.ts';

export const NotesDocument = graphql(`
  query Notes($filter: NoteFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        notes(first: 20, after: $after, filter: $filter) {
          edges {
            cursor
            node {
              ...NoteRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment NoteRow on Note {
    id
    side
    author {
      kind
      id
    }
    content
    html
    tags
    pinned
    createdAt
    editedAt
    version
  }
`);

export const NoteDocument = graphql(`
  query Note($id: ID!) {
    note(id: $id) {
      ...NoteRow
    }
  }
`);

export type Note = NoteRowFragment;
