import { graphql } from '../../generated/gql.ts';
import type { TimelineRowFragment } from '../../generated/graphql.ts';

export const TimelineDocument = graphql(`
  query Timeline(
    $subject: SubjectInput
    $kinds: [TimelineEntryKind!]
    $actor: ID
    $from: DateTime
    $to: DateTime
    $first: Int!
    $after: String
  ) {
    viewer {
      id
      tenant {
        id
        timeline(subject: $subject, kinds: $kinds, actor: $actor, from: $from, to: $to, first: $first, after: $after) {
          edges {
            cursor
            node {
              ...TimelineRow
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

  fragment TimelineRow on TimelineEntry {
    id
    side
    subject {
      kind
      id
    }
    kind
    at
    eventId
    source
    actor {
      kind
      id
    }
    acknowledgedAt
    facts
    relatedId
    contact {
      id
      name
    }
    note {
      id
      content
    }
  }
`);

export const CheckTimelineDocument = graphql(`
  query CheckTimeline($from: DateTime) {
    viewer {
      id
      tenant {
        id
        checkTimeline(from: $from) {
          checked
          missingCount
          missing {
            eventId
            type
            acknowledgedAt
          }
          isComplete
        }
      }
    }
  }
`);

export type Entry = TimelineRowFragment;
