import { useTranslation } from 'react-i18next';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useTenant } from '../session/viewer.tsx';
import type { Concern } from '../shell/area.ts';
import { placeOf } from './alerts/alert-place.ts';
import { AlertFeedDocument, AlertsDocument } from './alerts/alerts.ts';

const MOST = 20;

/** Alerts that nobody has taken note of, each leading to where one acts. */
export function useConcerns(): readonly Concern[] {
  const { t, i18n } = useTranslation();
  const { id: tenantId } = useTenant();
  const { data } = useLiveQuery({ query: AlertsDocument, variables: { open: true, first: MOST, after: null } });
  useFeed(AlertFeedDocument, tenantId);
  const figure = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const alerts = data?.viewer?.tenant?.alerts.edges.map(({ node }) => node) ?? [];
  return alerts
    .filter(({ acknowledgedAt, recoveredAt }) => !acknowledgedAt && !recoveredAt)
    .map((alert) => {
      const { id, kind, source, target, value, threshold, createdAt } = alert;
      const numbers = { value: figure.format(value), threshold: figure.format(threshold) };
      const where = [source, target].filter(Boolean).join(' → ');
      return {
        key: id,
        kind: 'wrong',
        title: t(`notices.alert.${kind}`),
        detail: [where, t(`events.alertFound.${kind}`, numbers)].filter(Boolean).join(' · '),
        since: createdAt,
        path: placeOf(alert),
      };
    });
}
