import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayExample } from './day-example.ts';

interface DayStartFieldProps {
  value: string;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (dayStart: string) => void;
}

/** When a business day begins, said with an example. */
export function DayStartField({ value, mistake, isReadOnly, onChange }: DayStartFieldProps) {
  const { t, i18n } = useTranslation();
  const example = dayExample(value, i18n.language);
  return (
    <TextInput
      type="time"
      label={t('place.dayStart')}
      description={example ? t('place.dayExample', example) : t('place.dayAtMidnight')}
      value={value}
      readOnly={isReadOnly}
      error={mistake}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
