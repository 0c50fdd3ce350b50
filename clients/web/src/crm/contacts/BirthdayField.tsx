import { Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mistake } from '../../look/Mistake.tsx';
import { type BirthdayDraft, monthNames } from './birthday.ts';

interface BirthdayFieldProps {
  birthday: BirthdayDraft;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (birthday: BirthdayDraft) => void;
}

/** A birthday, with its year where that is known. */
export function BirthdayField({ birthday, mistake, isReadOnly, onChange }: BirthdayFieldProps) {
  const { t, i18n } = useTranslation();
  const months = monthNames(i18n.language).map((label, at) => ({ value: String(at + 1), label }));
  const part = (field: 'day' | 'year') => (
    <TextInput
      label={t(`contacts.birthdayFields.${field}`)}
      inputMode="numeric"
      autoComplete="off"
      value={birthday[field]}
      readOnly={isReadOnly}
      onChange={({ currentTarget }) => onChange({ ...birthday, [field]: currentTarget.value })}
    />
  );
  return (
    <Fieldset legend={t('contacts.birthday')}>
      <Group gap="xs" grow>
        {part('day')}
        <NativeSelect
          label={t('contacts.birthdayFields.month')}
          data={[{ value: '', label: '' }, ...months]}
          value={birthday.month}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => onChange({ ...birthday, month: currentTarget.value })}
        />
        {part('year')}
      </Group>
      {mistake && <Mistake>{mistake}</Mistake>}
    </Fieldset>
  );
}
