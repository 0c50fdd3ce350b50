import { graphql } from '../../generated/gql.ts';
import type { ContactCardFragment, ContactRowFragment } from '../../generated/graphql.ts';

export const ContactsDocument = graphql(`
  query Contacts($filter: ContactFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        contacts(first: 50, after: $after, filter: $filter) {
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
    side
    kind
    name
    company
    role
    tags
    version
  }
`);

/** Without addresses and numbers: to see them whole is recorded. */
export const FindContactsDocument = graphql(`
  query FindContacts($text: String!, $after: String) {
    viewer {
      id
      tenant {
        id
        searchCrm(text: $text, kinds: [CONTACT], first: 50, after: $after) {
          edges {
            cursor
            node {
              id
              kind
              title
              excerpt
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
`);

export const ContactDocument = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      ...ContactCard
    }
  }

  fragment ContactCard on Contact {
    ...ContactRow
    department
    partner {
      id
    }
    doNotContact {
      reason
      since
    }
    mails {
      value
      label
    }
    phones {
      value
      label
      extension
    }
  }
`);

/** Who somebody is, for what is about them. */
export const ContactNameDocument = graphql(`
  query ContactName($id: ID!) {
    contact(id: $id) {
      id
      name
    }
  }
`);

export type Contact = ContactRowFragment;
export type ContactCard = ContactCardFragment;
