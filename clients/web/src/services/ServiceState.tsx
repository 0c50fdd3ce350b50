import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import { serviceState } from './service-state.ts';
import type { Service } from './services.ts';

export function ServiceState({ service }: { service: Pick<Service, 'status'> | undefined }) {
  const { t } = useTranslation();
  const { state, word } = serviceState(service?.status);
  return <StateMark state={state} word={t(`productState.${word}`)} />;
}
