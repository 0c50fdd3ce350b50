import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import type { Run } from './runs.ts';
import { runState, syncState } from './sync-state.ts';

export function SyncState({ sync }: { sync: Parameters<typeof syncState>[0] }) {
  const { t } = useTranslation();
  const { word, ...standing } = syncState(sync);
  return <StateMark {...standing} word={t(word)} />;
}

export function RunState({ status }: Pick<Run, 'status'>) {
  const { t } = useTranslation();
  const { word, ...standing } = runState(status);
  return <StateMark {...standing} word={t(word)} />;
}
