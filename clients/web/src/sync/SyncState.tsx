import { useTranslation } from 'react-i18next';
import { type State, StateMark } from '../look/StateMark.tsx';
import type { Run } from './runs.ts';
import type { Sync } from './sync.ts';

const states: Record<Sync['status'], State> = {
  SUCCESS: 'ok',
  SYNCING: 'waiting',
  PENDING: 'waiting',
  ERROR: 'failed',
};

/** What is not switched on is not synced, however its last run ended. */
export function SyncState({ sync }: { sync: Pick<Sync, 'status' | 'service' | 'awaitingRun'> }) {
  const { t } = useTranslation();
  if (sync.service.status !== 'ACTIVE')
    return <StateMark state="off" word={t(`productState.${sync.service.status}`)} />;
  if (sync.awaitingRun) return <RunState status="AWAITING_CONFIRMATION" />;
  return <StateMark state={states[sync.status]} word={t(`sync.${sync.status}`)} />;
}

const runStates: Record<Run['status'], State> = {
  QUEUED: 'waiting',
  RUNNING: 'waiting',
  AWAITING_CONFIRMATION: 'attention',
  SUCCESS: 'ok',
  ERROR: 'failed',
  CANCELLED: 'off',
};

export function RunState({ status }: Pick<Run, 'status'>) {
  const { t } = useTranslation();
  return <StateMark state={runStates[status]} word={t(`run.${status}`)} />;
}
