import { useTranslation } from 'react-i18next';
import type { DisplayStatus } from '../generated/graphql.ts';
import { type State, StateMark } from '../look/StateMark.tsx';
import type { Display } from './screens.ts';

const states: Record<DisplayStatus, State> = { ONLINE: 'ok', OFFLINE: 'failed', REVOKED: 'off' };

/** A screen that was just paired has not spoken yet: that is no failure. */
export function DisplayState({ status, lastSeenAt }: Pick<Display, 'status' | 'lastSeenAt'>) {
  const { t } = useTranslation();
  if (status === 'OFFLINE' && lastSeenAt === null) return <StateMark state="waiting" word={t('display.waiting')} />;
  return <StateMark state={states[status]} word={t(`display.${status}`)} />;
}
