import { useTranslation } from 'react-i18next';
import { StateMark } from '../look/StateMark.tsx';
import type { Money } from '../money/money.ts';
import { useMoney } from './use-money.ts';

/** How a count came out, in words. */
export function OverShort({ difference }: { difference: Money }) {
  const { t } = useTranslation();
  const money = useMoney();
  const amount = money({ ...difference, amount: Math.abs(difference.amount) });
  if (difference.amount === 0) return <StateMark state="ok" word={t('cash.exact')} />;
  return <StateMark state="attention" word={t(difference.amount < 0 ? 'cash.short' : 'cash.over', { amount })} />;
}
