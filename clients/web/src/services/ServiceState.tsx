import { useTranslation } from 'react-i18next';
import { type State, StateMark } from '../look/StateMark.tsx';
import type { Service } from './services.ts';

const states: Record<Service['status'], State> = { ACTIVE: 'ok', PAUSED: 'attention', OFF: 'off' };

/** A product that the tenant never had is off too. */
export function ServiceState({ service }: { service: Service | undefined }) {
  const { t } = useTranslation();
  const status = service?.status ?? 'OFF';
  return <StateMark state={states[status]} word={t(`productState.${status}`)} />;
}
