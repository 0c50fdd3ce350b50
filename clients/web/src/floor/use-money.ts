import { formatMoney, localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';

/** Writes amounts as the place does. */
export function useMoney(): (money: { amount: number; currency: string }) => string {
  const { languages } = useTenant();
  return (money) => formatMoney(money, localeOf({ languages, currency: money.currency }));
}
