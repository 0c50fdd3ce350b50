import { useTranslation } from 'react-i18next';
import { type State, StateMark } from '../look/StateMark.tsx';
import { type Operation, type Standing, standingOf } from './operations.ts';

const states: Record<Standing, State> = {
  broken: 'failed',
  ended: 'off',
  PENDING: 'waiting',
  APPROVED: 'ok',
  REJECTED: 'off',
};

export function OperationState({ operation }: { operation: Operation }) {
  const { t } = useTranslation();
  const standing = standingOf(operation);
  const state = standing === 'PENDING' && operation.problems.length > 0 ? 'attention' : states[standing];
  return <StateMark state={state} word={t(`operations.${standing}`)} />;
}
