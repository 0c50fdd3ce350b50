import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import { type Operation, operationState } from './operations.ts';

export function OperationState({ operation }: { operation: Operation }) {
  const { t } = useTranslation();
  const { state, word } = operationState(operation);
  return <StateMark state={state} word={t(`operations.${word}`)} />;
}
