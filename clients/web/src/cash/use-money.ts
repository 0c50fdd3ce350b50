import { formatMoney, localeOf, type Money } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';

/** Amounts as the tenant writes them; with a minus that readers see and hear. */
export function useMoney(): (money: Money) => string {
  const locale = localeOf(useTenant());
  return (money) => formatMoney(money, locale);
}
