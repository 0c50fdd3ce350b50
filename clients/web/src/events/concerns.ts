import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import type { EventConcernsQuery } from '../generated/graphql.ts';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';
import { placeOf } from './alerts/alert-place.ts';
import { AlertFeedDocument } from './alerts/alerts.ts';
import { useAlertText } from './alerts/use-alert-text.ts';
import { EventsPositionDocument, useMatrixFeed } from './EventUpdates.tsx';
import { WebhookFeedDocument } from './webhooks/webhooks.ts';

/** All that an open first page asks of the events, at once. */
const EventConcernsDocument = graphql(`
  query EventConcerns($readsWebhooks: Boolean!) {
    viewer {
      id
      tenant {
        id
        alerts(open: true, first: 20) {
          edges {
            cursor
            node {
              ...AlertRow
            }
          }
        }
        communicationMatrix {
          ...MatrixRow
        }
        webhookEndpoints(first: 50) @include(if: $readsWebhooks) {
          edges {
            cursor
            node {
              id
              url
              description
              standing
              failingSince
              pending
              failed
            }
          }
        }
      }
    }
  }
`);

export const first: First = ({ ask, beginAt, may }) => {
  beginAt(EventsPositionDocument);
  ask({ query: EventConcernsDocument, variables: { readsWebhooks: may('webhook:read') } });
};

/** What of a tenant the concerns come from. */
type Here = NonNullable<NonNullable<EventConcernsQuery['viewer']>['tenant']>;

/** Alerts that nobody has taken note of, and what fails without one, each leading to where one acts. */
export function useConcerns(): Found {
  const { id: tenantId } = useTenant();
  const readsWebhooks = useMay('webhook:read');
  const asked = useLiveQuery({ query: EventConcernsDocument, variables: { readsWebhooks } });
  useMatrixFeed();
  useFeed(AlertFeedDocument, tenantId);
  useFeed(WebhookFeedDocument, tenantId, !readsWebhooks);
  const tenant = asked.data?.viewer?.tenant;
  const alerts = useOpenAlerts(tenant);
  const failing = useFailing(tenant);
  const paths = new Set(alerts.map(({ path }) => path));
  return found([asked], [...alerts, ...failing.filter(({ path }) => !paths.has(path))]);
}

function useOpenAlerts(tenant: Here | null | undefined): Concern[] {
  const textOf = useAlertText();
  const alerts = tenant?.alerts.edges.map(({ node }) => node) ?? [];
  return alerts
    .filter(({ acknowledgedAt, recoveredAt }) => !acknowledgedAt && !recoveredAt)
    .map((alert): Concern => {
      const { id, thingId, since, createdAt } = alert;
      const { title, where, found: saw } = textOf(alert);
      return {
        key: thingId ?? id,
        kind: 'wrong',
        title,
        detail: [where, saw].filter(Boolean).join(' · '),
        since: since ?? createdAt,
        path: placeOf(alert),
      };
    });
}

/** Channels and webhooks of which every message fails. */
function useFailing(tenant: Here | null | undefined): Concern[] {
  const { t } = useTranslation();
  const channels = tenant?.communicationMatrix.channels ?? [];
  const endpoints = tenant?.webhookEndpoints?.edges.map(({ node }) => node) ?? [];
  return [
    ...channels
      .filter(({ standing }) => standing === 'FAILING')
      .map(
        ({ source, target, failingSince, pending, failed }): Concern => ({
          key: `${source} ${target}`,
          kind: 'wrong',
          title: t('events.channelFails', { source, target }),
          detail: t('events.totals', { pending, failed }),
          since: failingSince ?? undefined,
          path: `/events/matrix/${source}/${target}`,
        }),
      ),
    ...endpoints
      .filter(({ standing }) => standing === 'FAILING')
      .map(
        ({ id, url, description, failingSince, pending, failed }): Concern => ({
          key: id,
          kind: 'wrong',
          title: t('webhooks.fails', { name: description || url }),
          detail: t('events.totals', { pending, failed }),
          since: failingSince ?? undefined,
          path: `/events/webhooks/${id}`,
        }),
      ),
  ];
}
