import { graphql } from '../../generated/gql.ts';
import type { ContactCardFragment, ContactRowFragment, ContactWaysFragment } from '../../generated/graphql.ts';

export const ContactsDocument = graphql(`
  query Contacts($filter: ContactFilter, $sort: ContactSort, $after: String) {
    viewer {
      id
      tenant {
        id
        contacts(first: 50, after: $after, filter: $filter, sort: $sort) {
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
    ownerId
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
    ownerId
    onboardingId
    partner {
      id
    }
    employee {
      employeeId
      name
      position
    }
    mergedInto {
      id
    }
    duplicates {
      id
      rank
      contacts {
        id
        name
        company
      }
    }
    references {
      system
      id
    }
    doNotContact {
      reason
      since
    }
    merges {
      id
      mergedAt
      undoneAt
      others {
        id
        name
      }
      left {
        what
        count
      }
    }
    mails {
      masked
      label
    }
    phones {
      masked
      label
      extension
    }
  }
`);

/** How somebody is reached, whole for those who may see it: each time that it is asked for is recorded. */
export const ContactWaysDocument = graphql(`
  query ContactWays($id: ID!) {
    contact(id: $id) {
      ...ContactWays
    }
  }

  fragment ContactWays on Contact {
    id
    birthday
    mails {
      value
      label
    }
    phones {
      value
      label
      extension
      isInternational
    }
    addresses {
      label
      street
      city
      postalCode
      region
      country
    }
  }
`);

export const WholeContactDocument = graphql(`
  query WholeContact($id: ID!) {
    contact(id: $id) {
      ...ContactCard
      ...ContactWays
    }
  }
`);

export const ContactsExportDocument = graphql(`
  query ContactsExport($filter: ContactFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        exportContacts(filter: $filter, after: $after) {
          csv
          hasNextPage
          endCursor
        }
      }
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
export type ContactWays = ContactWaysFragment;
export type Address = ContactWays['addresses'][number];
