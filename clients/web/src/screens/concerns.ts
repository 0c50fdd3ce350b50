import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import type { Concern } from '../shell/area.ts';
import { ScreensDocument } from './screens.ts';

/** Screens that have gone dark; one that was just paired has not been heard of yet. */
export function useConcerns(): readonly Concern[] {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: ScreensDocument, variables: { after: null } });
  const displays = data?.viewer?.tenant?.displays.edges.map(({ node }) => node) ?? [];
  return displays
    .filter(({ status, lastSeenAt }) => status === 'OFFLINE' && lastSeenAt)
    .map(({ id, name, lastSeenAt }) => ({
      key: id,
      kind: 'wrong',
      title: t('display.isOffline', { name }),
      since: lastSeenAt ?? undefined,
      path: `/screens/${id}`,
    }));
}
