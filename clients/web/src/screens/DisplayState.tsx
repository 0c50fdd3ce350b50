import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import { displayState } from './display-state.ts';
import type { Display } from './screens.ts';

export function DisplayState(display: Pick<Display, 'status' | 'lastSeenAt'>) {
  const { t } = useTranslation();
  const { word, ...standing } = displayState(display);
  return <StateMark {...standing} word={t(`display.${word}`)} />;
}
