import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';
import { useReasonText } from './reason-text.ts';
import { type Sync, SyncsDocument } from './sync.ts';
import { useConflictCount } from './use-conflict-count.ts';

const question = { query: SyncsDocument, variables: {} };

export const first: First = ({ ask }) => ask(question);

/** Syncs that failed, runs that wait to be confirmed, and conflicts. */
export function useConcerns(): Found {
  const { t } = useTranslation();
  const mayDecide = useMay('sync:write');
  const conflicts = useConflictCount();
  const reasonOf = useReasonText();
  const asked = useLiveQuery(question);
  const syncs = asked.data?.viewer?.tenant?.syncs ?? [];

  const failed = syncs
    .filter(({ status, service }) => status === 'ERROR' && service.status === 'ACTIVE')
    .map(
      ({ id, product, reason, lastError, lastSyncAt }: Sync): Concern => ({
        key: id,
        kind: 'wrong',
        title: t('sync.hasFailed', { product: t(`product.${product}`) }),
        detail: lastError ? reasonOf({ reason, message: lastError }, product) : undefined,
        since: lastSyncAt ?? undefined,
        path: `/sync/${id}`,
      }),
    );
  if (!mayDecide) return found([asked], failed);
  const waiting = syncs
    .filter(({ awaitingRun }) => awaitingRun)
    .map(
      ({ id, product }: Sync): Concern => ({
        key: `${id} waits`,
        kind: 'decide',
        title: t('sync.waitsForYou', { product: t(`product.${product}`) }),
        path: `/sync/${id}`,
      }),
    );
  const open: Concern[] =
    conflicts > 0
      ? [
          {
            key: 'conflicts',
            kind: 'decide',
            title: t('sync.conflicts', { count: conflicts }),
            path: '/sync/conflicts',
          },
        ]
      : [];
  return found([asked], [...failed, ...waiting, ...open]);
}
