import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicking } from '../look/use-ticking.ts';
import { dateFormat } from '../words/formats.ts';
import { zoneChoices } from './choices.ts';

interface ZoneFieldProps {
  value: string;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (zone: string) => void;
}

/** A time zone, found by a part of its name, and what time it is there. */
export function ZoneField({ value, mistake, isReadOnly, onChange }: ZoneFieldProps) {
  const { t, i18n } = useTranslation();
  const zones = useMemo(() => zoneChoices(value), [value]);
  const now = useTicking(10_000, (at) =>
    value ? dateFormat(i18n.language, { timeStyle: 'short', timeZone: value }).format(at) : '',
  );
  return (
    <Select
      label={t('place.timeZone')}
      description={now && t('place.timeThere', { time: now })}
      searchable
      limit={100}
      data={zones}
      value={value || null}
      readOnly={isReadOnly}
      error={mistake}
      nothingFoundMessage={t('place.noMatch')}
      onChange={(zone) => onChange(zone ?? '')}
    />
  );
}
