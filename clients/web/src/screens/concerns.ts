import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { sinceText } from '../look/since-text.ts';
import { useTenant } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';
import { ScreensDocument } from './screens.ts';

const question = { query: ScreensDocument, variables: { after: null } };

export const first: First = ({ ask }) => ask(question);

/** Screens that have gone dark; one that was just paired has not been heard of yet. */
export function useConcerns(): Found {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const asked = useLiveQuery(question);
  const displays = asked.data?.viewer?.tenant?.displays.edges.map(({ node }) => node) ?? [];
  const concerns = displays
    .filter(({ status }) => status === 'OFFLINE')
    .flatMap(({ id, name, lastSeenAt: since }): Concern[] =>
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
  return found([asked], concerns);
}
