import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import { clientState } from './client-state.ts';

export function ClientState({ client }: { client: Parameters<typeof clientState>[0] }) {
  const { t } = useTranslation();
  const { state, word, count } = clientState(client);
  return <StateMark state={state} word={t(word, { count })} />;
}
