import { graphql } from '../../generated/gql.ts';
import type { ContactRowFragment } from '../../generated/graphql.ts';

export const ContactsDocument = graphql(`
  query Contacts($after: String) {
    viewer {
      id
      tenant {
        id
        contacts(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...ContactRow
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

  fragment ContactRow on Contact {
    id
    name
    company
    version
  }
`);

export const ContactDocument = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      ...ContactRow
    }
  }
`);

export type Contact = ContactRowFragment;
