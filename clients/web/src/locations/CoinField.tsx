import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney, localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import { coinChoices } from './choices.ts';

interface CoinFieldProps {
  /** In minor units; empty where cash is not rounded. */
  value: string;
  currency: string;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (coin: string) => void;
}

/** The smallest coin, to which cash is rounded. */
export function CoinField({ value, currency, mistake, isReadOnly, onChange }: CoinFieldProps) {
  const { t } = useTranslation();
  const { languages } = useTenant();
  const locale = localeOf({ languages, currency });
  const coins = coinChoices(value).map((amount) => ({
    value: String(amount),
    label: formatMoney({ amount, currency }, locale),
  }));
  return (
    <NativeSelect
      label={t('location.smallestCoin')}
      data={[{ value: '', label: t('location.notRounded') }, ...coins]}
      value={value}
      disabled={isReadOnly || !currency}
      error={mistake}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
