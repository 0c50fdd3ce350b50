import { graphql } from '../../generated/gql.ts';
import type { AttemptRowFragment, EndpointRowFragment, WebhookOutcome } from '../../generated/graphql.ts';

export const EndpointsDocument = graphql(`
  query WebhookEndpoints($after: String) {
    viewer {
      id
      tenant {
        id
        webhookEndpoints(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...EndpointRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }

  fragment EndpointRow on WebhookEndpoint {
    id
    url
    description
    eventTypes
    sources
    status
    standing
    trouble
    failingSince
    oldSecretUntil
    version
    target
    pending
    failed
  }
`);

export const EndpointDocument = graphql(`
  query WebhookEndpoint($id: ID!) {
    webhookEndpoint(id: $id) {
      ...EndpointRow
    }
  }
`);

export const AttemptsDocument = graphql(`
  query WebhookAttempts($endpointId: ID!, $first: Int!, $after: String, $outcomes: [WebhookOutcome!]) {
    webhookEndpoint(id: $endpointId) {
      id
      attempts(first: $first, after: $after, outcomes: $outcomes) {
        edges {
          cursor
          node {
            ...AttemptRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment AttemptRow on WebhookAttempt {
    id
    endpointId
    eventId
    eventType
    number
    startedAt
    durationMs
    outcome
    status
    response
    nextAttemptAt
    isReplay
  }
`);

export const CreateEndpointDocument = graphql(`
  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      secret
      endpoint {
        ...EndpointRow
      }
    }
  }
`);

export const UpdateEndpointDocument = graphql(`
  mutation UpdateWebhookEndpoint($id: ID!, $input: UpdateWebhookEndpointInput!) {
    updateWebhookEndpoint(id: $id, input: $input) {
      ...EndpointRow
    }
  }
`);

export const RecoverDocument = graphql(`
  mutation RecoverWebhook($endpointId: ID!, $since: DateTime!) {
    recoverWebhook(endpointId: $endpointId, since: $since) {
      ...EventJobRow
    }
  }
`);

export const RotateSecretDocument = graphql(`
  mutation RotateWebhookSecret($id: ID!, $overlapHours: Int!) {
    rotateWebhookSecret(id: $id, overlapHours: $overlapHours) {
      secret
      endpoint {
        ...EndpointRow
      }
    }
  }
`);

export const PauseEndpointDocument = graphql(`
  mutation PauseWebhookEndpoint($id: ID!) {
    pauseWebhookEndpoint(id: $id) {
      ...EndpointRow
    }
  }
`);

export const ResumeEndpointDocument = graphql(`
  mutation ResumeWebhookEndpoint($id: ID!) {
    resumeWebhookEndpoint(id: $id) {
      ...EndpointRow
    }
  }
`);

export const RemoveEndpointDocument = graphql(`
  mutation RemoveWebhookEndpoint($id: ID!) {
    removeWebhookEndpoint(id: $id)
  }
`);

export const TestEndpointDocument = graphql(`
  mutation SendTestEvent($endpointId: ID!) {
    sendTestEvent(endpointId: $endpointId)
  }
`);

export const RedeliverDocument = graphql(`
  mutation RedeliverWebhook($attemptId: ID!) {
    redeliverWebhook(attemptId: $attemptId)
  }
`);

export const WebhookFeedDocument = graphql(`
  subscription WebhookFeed($tenantId: ID!, $after: Cursor) {
    webhookChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      endpointId
      endpoint {
        ...EndpointRow
      }
    }
  }
`);

export type Endpoint = EndpointRowFragment;
export type Attempt = AttemptRowFragment;

/** All that is not a success. */
export const failures: readonly WebhookOutcome[] = ['REFUSED', 'REDIRECTED', 'TIMEOUT', 'UNREACHABLE', 'INNER_ADDRESS'];
