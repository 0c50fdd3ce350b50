import { graphql } from '../generated/gql.ts';

export const RestoreItemDocument = graphql(`
  mutation RestoreItem($id: ID!) {
    restoreMenuItem(id: $id) {
      ...MenuRow
      section {
        id
        items {
          id
        }
      }
    }
  }
`);

export const RestoreSectionDocument = graphql(`
  mutation RestoreSection($id: ID!) {
    restoreMenuSection(id: $id) {
      ...SectionRow
      items {
        id
      }
      menu {
        id
        sections {
          id
        }
      }
    }
  }
`);
