import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { sinceText } from '../look/since-text.ts';
import { useTenant } from '../session/viewer.tsx';
import type { Concern } from '../shell/area.ts';
import { ScreensDocument } from './screens.ts';

/** Screens that have gone dark; one that was just paired has not been heard of yet. */
export function useConcerns(): readonly Concern[] {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { data } = useLiveQuery({ query: ScreensDocument, variables: { after: null } });
  const displays = data?.viewer?.tenant?.displays.edges.map(({ node }) => node) ?? [];
  return displays
    .filter(({ status }) => status === 'OFFLINE')
    .flatMap(({ id, name, lastSeenAt: since }) =>
      since
        ? [
            {
              key: id,
              kind: 'wrong',
              title: t('display.isOffline', { name, since: sinceText(since, i18n.language, timeZone) }),
              since,
              path: `/screens/${id}`,
            },
          ]
        : [],
    );
}
