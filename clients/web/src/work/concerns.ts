import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useTenant } from '../session/viewer.tsx';
import type { Concern } from '../shell/area.ts';
import { inOrder, QueueFeedDocument, QueuesDocument } from './queues.ts';
import { useKindName } from './use-kind-name.ts';

/** Kinds of work of which something was given up. */
export function useConcerns(): readonly Concern[] {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const nameOf = useKindName();
  const { data } = useLiveQuery({ query: QueuesDocument, variables: { tenantId } });
  useSubscription({ query: QueueFeedDocument, variables: { tenantId } });
  return inOrder(data?.queues)
    .filter(({ failed }) => failed > 0)
    .map(({ subgraph, kind, failed }) => ({
      key: `${subgraph} ${kind}`,
      kind: 'wrong',
      title: t('work.hasFailed', { count: failed, name: nameOf(kind) }),
      path: `/work/${kind}`,
    }));
}
