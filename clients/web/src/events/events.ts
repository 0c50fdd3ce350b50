import { graphql } from '../generated/gql.ts';
import type {
  AdviceRowFragment,
  ApplicationHealthRowFragment,
  ApplicationRowFragment,
  ChannelRowFragment,
  EventTypeRowFragment,
  TrackingRowFragment,
} from '../generated/graphql.ts';

export const QueueDocument = graphql(`
  query EventQueue($filter: UnacknowledgedFilter!, $first: Int!, $after: String) {
    viewer {
      id
      tenant {
        id
        unacknowledgedEvents(filter: $filter, first: $first, after: $after) {
          edges {
            cursor
            node {
              ...TrackingRow
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

  fragment TrackingRow on EventTracking {
    id
    eventId
    eventType
    sourceApplication
    targetApplication
    status
    publishedAt
    leasedAt
    endedAt
    durationMs
    attempts
    tries
    triesAtMost
    nextAttemptAt
    firstFailedAt
    retriedAt
    consumer
    lastError
    isReplayable
  }
`);

export const TrackingDocument = graphql(`
  query EventTracking($eventId: ID!) {
    eventTracking(eventId: $eventId) {
      ...TrackingRow
      correlationId
      payload
      acknowledgmentData
      failedAttempts {
        number
        consumer
        leasedAt
        endedAt
        error
      }
    }
  }
`);

export const MatrixDocument = graphql(`
  query CommunicationMatrix {
    viewer {
      id
      tenant {
        id
        communicationMatrix {
          ...MatrixRow
        }
      }
    }
  }

  fragment MatrixRow on CommunicationMatrix {
    tenantId
    totalPendingEvents
    totalFailedEventsStored
    advice {
      ...AdviceRow
    }
    channels {
      ...ChannelRow
    }
  }

  fragment AdviceRow on Advice {
    code
    subjects {
      source
      target
      events
      since
    }
  }

  fragment ChannelRow on CommunicationChannel {
    source
    target
    pending
    retrying
    failed
    failureRate
    standing
    failingSince
    isOff
    acknowledgedLastHour
    failedLastHour
    successRate
    latency {
      p50
      p95
      p99
      histogram {
        upToMs
        count
      }
    }
    oldestEventId
    oldestPublishedAt
    isPaused
    breaker
  }
`);

export const ApplicationsDocument = graphql(`
  query EventApplications {
    applications {
      ...ApplicationRow
    }
    eventTypes {
      ...EventTypeRow
    }
    viewer {
      id
      tenant {
        id
        interAppHealth {
          ...ApplicationHealthRow
        }
      }
    }
  }

  fragment ApplicationHealthRow on ApplicationHealth {
    application
    standing
    failingSince
    pending
    failed
    latency {
      p50
      p95
      p99
    }
    breaker
  }

  fragment ApplicationRow on Application {
    name
    description
    isBuiltIn
    hasHome
    isOff
    consumer
    publishes
    consumes
  }

  fragment EventTypeRow on EventType {
    name
    aliases
    description
    version
    source
    toldBy
    targets
    payloadSchema
    isBuiltIn
  }
`);

/** What there is to choose from: with their schemas, event types are many times as much. */
export const NamesDocument = graphql(`
  query EventNames {
    applications {
      name
    }
    eventTypes {
      name
    }
  }
`);

export type Tracking = TrackingRowFragment;
export type Advice = AdviceRowFragment;
export type Channel = ChannelRowFragment;
export type ApplicationHealth = ApplicationHealthRowFragment;
export type Application = ApplicationRowFragment;
export type EventType = EventTypeRowFragment;
