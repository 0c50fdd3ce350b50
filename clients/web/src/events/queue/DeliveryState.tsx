import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import { deliveryState } from '../event-states.ts';
import type { Tracking } from '../events.ts';

type Shown = Pick<Tracking, 'status' | 'attempts' | 'lastError' | 'nextAttemptAt'>;

export function DeliveryState({ delivery }: { delivery: Shown }) {
  const { t } = useTranslation();
  const { state, word } = deliveryState(delivery);
  return <StateMark state={state} word={t(word, { count: delivery.attempts })} />;
}
