import { useTranslation } from 'react-i18next';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import type { Concern, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';
import { placeOf } from './alerts/alert-place.ts';
import { AlertFeedDocument, AlertsDocument } from './alerts/alerts.ts';
import { useAlertText } from './alerts/use-alert-text.ts';
import { useMatrixFeed } from './EventUpdates.tsx';
import { MatrixDocument } from './events.ts';
import { EndpointsDocument, WebhookFeedDocument } from './webhooks/webhooks.ts';

const MOST = 20;

/** Alerts that nobody has taken note of, and what fails without one, each leading to where one acts. */
export function useConcerns(): Found {
  const alerts = useAlerts();
  const failing = useFailing();
  if (typeof alerts === 'string') return alerts;
  if (typeof failing === 'string') return failing;
  const paths = new Set(alerts.map(({ path }) => path));
  return [...alerts, ...failing.filter(({ path }) => !paths.has(path))];
}

function useAlerts(): Found {
  const { id: tenantId } = useTenant();
  const asked = useLiveQuery({ query: AlertsDocument, variables: { open: true, first: MOST, after: null } });
  useFeed(AlertFeedDocument, tenantId);
  const textOf = useAlertText();
  const alerts = asked.data?.viewer?.tenant?.alerts.edges.map(({ node }) => node) ?? [];
  const concerns = alerts
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
  return found([asked], concerns);
}

/** Channels and webhooks of which every message fails. */
function useFailing(): Found {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const readsWebhooks = useMay('webhook:read');
  const matrix = useLiveQuery({ query: MatrixDocument });
  const webhooks = useLiveQuery({ query: EndpointsDocument, variables: { after: null }, pause: !readsWebhooks });
  useMatrixFeed();
  useFeed(WebhookFeedDocument, tenantId, !readsWebhooks);
  const channels = matrix.data?.viewer?.tenant?.communicationMatrix.channels ?? [];
  const endpoints = webhooks.data?.viewer?.tenant?.webhookEndpoints.edges.map(({ node }) => node) ?? [];
  const concerns = [
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
  return found(readsWebhooks ? [matrix, webhooks] : [matrix], concerns);
}
