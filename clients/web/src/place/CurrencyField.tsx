import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyChoices } from './choices.ts';

interface CurrencyFieldProps {
  value: string;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (currency: string) => void;
}

/** A currency, found by a part of its code or name. */
export function CurrencyField({ value, mistake, isReadOnly, onChange }: CurrencyFieldProps) {
  const { t, i18n } = useTranslation();
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  return (
    <Select
      label={t('place.currency')}
      searchable
      data={currencies}
      value={value || null}
      readOnly={isReadOnly}
      error={mistake}
      nothingFoundMessage={t('place.noMatch')}
      onChange={(currency) => onChange(currency ?? '')}
    />
  );
}
