import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useTenant } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';
import { inOrder, QueueFeedDocument, QueuesDocument } from './queues.ts';
import { useKindName } from './use-kind-name.ts';

export const first: First = ({ ask, tenantId }) => ask({ query: QueuesDocument, variables: { tenantId } });

/** Kinds of work of which something was given up. */
export function useConcerns(): Found {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const nameOf = useKindName();
  const asked = useLiveQuery({ query: QueuesDocument, variables: { tenantId } });
  useSubscription({ query: QueueFeedDocument, variables: { tenantId } });
  const concerns = inOrder(asked.data?.queues)
    .filter(({ failed }) => failed > 0)
    .map(
      ({ subgraph, kind, failed }): Concern => ({
        key: `${subgraph} ${kind}`,
        kind: 'wrong',
        title: t('work.hasFailed', { count: failed, name: nameOf(kind) }),
        path: `/work/${kind}`,
      }),
    );
  return found([asked], concerns);
}
