import { useTranslation } from 'react-i18next';
import { formatAmount, localeOf, type Money, type MoneyMistake, parseMoney } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';

/** Reads amounts that are typed in a currency: the amount, or what to say at the field. */
export function useAmount(currency: string): (typed: string) => { money?: Money; mistake?: string } {
  const { t } = useTranslation();
  const locale = localeOf(useTenant());
  return (typed) => {
    const read: Money | MoneyMistake = parseMoney(typed, currency);
    if (typeof read !== 'string') return { money: read };
    return { mistake: t(`cash.mistake.${read}`, { example: formatAmount({ amount: 123_450, currency }, locale) }) };
  };
}
