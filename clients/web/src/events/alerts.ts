import { graphql } from '../generated/gql.ts';
import type { AlertRowFragment, AlertRuleRowFragment } from '../generated/graphql.ts';

export const AlertsDocument = graphql(`
  query Alerts($tenantId: ID!, $open: Boolean, $first: Int!) {
    alerts(tenantId: $tenantId, open: $open, first: $first) {
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

  fragment AlertRow on Alert {
    id
    kind
    source
    target
    endpointId
    eventId
    value
    threshold
    createdAt
    recoveredAt
    acknowledgedAt
  }
`);

export const AlertRulesDocument = graphql(`
  query AlertRules($tenantId: ID!) {
    alertRules(tenantId: $tenantId) {
      ...AlertRuleRow
    }
  }

  fragment AlertRuleRow on AlertRule {
    kind
    isOn
    threshold
    sendsLetters
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

export type Alert = AlertRowFragment;
export type AlertRule = AlertRuleRowFragment;
