import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import type { ApiClient } from './access.ts';

/** A client without a key cannot do anything yet. */
export function ClientState({ status, keys }: Pick<ApiClient, 'status' | 'keys'>) {
  const { t } = useTranslation();
  if (status === 'SUSPENDED') return <StateMark state="off" word={t('access.SUSPENDED')} />;
  if (keys.length === 0) return <StateMark state="waiting" word={t('access.noKey')} />;
  return <StateMark state="ok" word={t('access.ACTIVE')} />;
}
