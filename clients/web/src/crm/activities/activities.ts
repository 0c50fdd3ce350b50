import { graphql } from '../../generated/gql.ts';
import type { ActivityRowFragment } from '../../generated/graphql.ts';

export const ActivitiesDocument = graphql(`
  query Activities($filter: ActivityFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        activities(first: 50, after: $after, filter: $filter) {
          edges {
            cursor
            node {
              ...ActivityRow
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

  fragment ActivityRow on Activity {
    id
    side
    type
    title
    description
    tags
    assigneeId
    dueOn
    dueAt
    timeZone
    outcome
    completedAt
    completedBy
    version
    subject {
      kind
      id
    }
    contact {
      id
      name
    }
  }
`);

export const ActivityDocument = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      ...ActivityRow
    }
  }
`);

export type Activity = ActivityRowFragment;
