import { graphql } from '../../generated/gql.ts';
import type { AlertRowFragment, AlertRuleRowFragment } from '../../generated/graphql.ts';

export const AlertsDocument = graphql(`
  query Alerts($open: Boolean!, $first: Int!, $after: String) {
    viewer {
      id
      tenant {
        id
        alerts(open: $open, first: $first, after: $after) {
          edges {
            cursor
            node {
              ...AlertRow
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

  fragment AlertRow on Alert {
    id
    kind
    source
    target
    endpointId
    thingId
    name
    since
    path
    eventId
    value
    threshold
    createdAt
    recoveredAt
    recoveredValue
    acknowledgedAt
    acknowledgedById
  }
`);

export const AlertRulesDocument = graphql(`
  query AlertRules {
    viewer {
      id
      tenant {
        id
        alertRules {
          ...AlertRuleRow
        }
      }
    }
  }

  fragment AlertRuleRow on AlertRule {
    kind
    isOn
    threshold
    sendsEmails
    recipientIds
    mutedUntil
    version
  }
`);

export const NoteAlertDocument = graphql(`
  mutation AcknowledgeAlert($id: ID!) {
    acknowledgeAlert(id: $id) {
      ...AlertRow
    }
  }
`);

export const UpdateRuleDocument = graphql(`
  mutation UpdateAlertRule($input: UpdateAlertRuleInput!) {
    updateAlertRule(input: $input) {
      ...AlertRuleRow
    }
  }
`);

export const AlertFeedDocument = graphql(`
  subscription AlertFeed($tenantId: ID!, $after: Cursor) {
    alertRaised(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      alertId
      alert {
        ...AlertRow
      }
    }
  }
`);

/** Who may get the e-mails. */
export const AlertPeopleDocument = graphql(`
  query AlertPeople {
    viewer {
      id
      tenant {
        id
        members(first: 200) {
          edges {
            cursor
            node {
              ...MemberRow
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

export type Alert = AlertRowFragment;
export type AlertRule = AlertRuleRowFragment;
