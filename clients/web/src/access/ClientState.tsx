import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import type { ApiClient } from './access.ts';

type Shown = Pick<ApiClient, 'status' | 'keys' | 'waitingOperations' | 'refusedOperations'>;

/** The first that somebody should know of: a client without a key cannot do anything yet, one with refused operations does not work. */
export function ClientState({ client: { status, keys, waitingOperations, refusedOperations } }: { client: Shown }) {
  const { t } = useTranslation();
  if (status === 'SUSPENDED') return <StateMark state="off" word={t('access.SUSPENDED')} />;
  if (refusedOperations > 0) {
    return <StateMark state="failed" word={t('operations.refused', { count: refusedOperations })} />;
  }
  if (waitingOperations > 0) {
    return <StateMark state="attention" word={t('operations.waiting', { count: waitingOperations })} />;
  }
  if (keys.length === 0) return <StateMark state="waiting" word={t('access.noKey')} />;
  return <StateMark state="ok" word={t('access.ACTIVE')} />;
}
