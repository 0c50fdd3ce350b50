import { graphql } from '../generated/gql.ts';
import type { ApiClientRowFragment, ApiKeyRowFragment } from '../generated/graphql.ts';

export const AccessDocument = graphql(`
  query Access($after: String) {
    viewer {
      id
      tenant {
        id
        apiClients(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...ApiClientRow
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

  fragment ApiClientRow on ApiClient {
    id
    name
    description
    scopes
    application
    status
    limits {
      perMinute
      perHour
      subscriptions
      cost
    }
    version
    waitingOperations
    refusedOperations
    keys {
      ...ApiKeyRow
    }
    tenant {
      id
    }
  }

  fragment ApiKeyRow on ApiKey {
    id
    prefix
    note
    status
    createdAt
    lastUsedAt
    expiresAt
  }
`);

export const ApiClientDocument = graphql(`
  query ApiClient($id: ID!) {
    apiClient(id: $id) {
      ...ApiClientRow
    }
  }
`);

export type ApiClient = ApiClientRowFragment;
export type ApiKey = ApiKeyRowFragment;

/** Whom a client can speak for. */
export const SpeakersDocument = graphql(`
  query Speakers {
    applications {
      name
    }
  }
`);
