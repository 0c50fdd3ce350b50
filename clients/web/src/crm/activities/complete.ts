import { graphql } from '../../generated/gql.ts';

export const CompleteActivityDocument = graphql(`
  mutation CompleteActivity($id: ID!, $outcome: String, $next: CreateActivityInput) {
    completeActivity(id: $id, outcome: $outcome, next: $next) {
      ...ActivityRow
    }
  }
`);

export const ReopenActivityDocument = graphql(`
  mutation ReopenActivity($id: ID!) {
    reopenActivity(id: $id) {
      ...ActivityRow
    }
  }
`);
