import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import { endpointState } from './endpoint-state.ts';

export function EndpointState({ endpoint }: { endpoint: Parameters<typeof endpointState>[0] }) {
  const { t } = useTranslation();
  const { word, ...standing } = endpointState(endpoint);
  return <StateMark {...standing} word={t(`webhooks.${word}`)} />;
}
