import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import type { Partner } from './partners.ts';

/** Whether a partner brings business at present. */
export function PartnerState({ status }: Pick<Partner, 'status'>) {
  const { t } = useTranslation();
  return <StateMark state={status === 'ACTIVE' ? 'ok' : 'off'} word={t(`partners.statuses.${status}`)} />;
}
