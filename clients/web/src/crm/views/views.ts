import { graphql } from '../../generated/gql.ts';
import type { SavedViewRowFragment } from '../../generated/graphql.ts';

export const ViewsDocument = graphql(`
  query Views($list: CrmList!) {
    viewer {
      id
      tenant {
        id
        crmViews(list: $list, first: 200) {
          edges {
            cursor
            node {
              ...SavedViewRow
            }
          }
        }
      }
    }
  }

  fragment SavedViewRow on SavedView {
    id
    list
    name
    query
    isShared
    isMine
    version
  }
`);

export const CreateViewDocument = graphql(`
  mutation CreateView($input: CreateViewInput!) {
    createView(input: $input) {
      ...SavedViewRow
    }
  }
`);

export const UpdateViewDocument = graphql(`
  mutation UpdateView($id: ID!, $input: UpdateViewInput!) {
    updateView(id: $id, input: $input) {
      ...SavedViewRow
    }
  }
`);

export const RemoveViewDocument = graphql(`
  mutation RemoveView($id: ID!) {
    removeView(id: $id)
  }
`);

export const RestoreViewDocument = graphql(`
  mutation RestoreView($id: ID!) {
    restoreView(id: $id) {
      ...SavedViewRow
    }
  }
`);

export type SavedView = SavedViewRowFragment;
