import { Group as Row, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateDayPartInput } from '../../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { ChipsField } from '../../look/ChipsField.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { localized } from '../../words/text-in.ts';
import { NameFields } from '../NameFields.tsx';
import { dayName, type HoursDraft, week } from './hours.ts';

interface HoursFormProps {
  draft: Draft<HoursDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: CreateDayPartInput) => Promise<unknown>;
  children?: ReactNode;
}

/** Hours, new or not. */
export function HoursForm({ draft, write, isReadOnly, action, onSave, children }: HoursFormProps) {
  const { t, i18n } = useTranslation();
  const { name, days, from, to } = draft.fields;
  const missing = {
    name: localized(name).length === 0 && t('mistake.nameMissing'),
    days: days.length === 0 && t('refusal.MISSING'),
    from: from === '' && t('refusal.MISSING'),
    to: to === '' && t('refusal.MISSING'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);
  const time = (field: 'from' | 'to') => (
    <TextInput
      flex="1 1 120px"
      type="time"
      label={t(`hours.${field}`)}
      value={draft.fields[field]}
      readOnly={isReadOnly}
      error={mistakeAt(field)}
      onChange={({ currentTarget }) => draft.change({ [field]: currentTarget.value })}
    />
  );
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave({ name: localized(name), days: [...days], from, to })}
    >
      <NameFields
        names={name}
        mistake={mistakeAt('name')}
        isReadOnly={isReadOnly}
        onChange={(changed) => draft.change({ name: changed })}
      />
      <ChipsField
        legend={t('hours.days')}
        options={week.map((day) => ({ value: day, label: dayName(day, i18n.language, 'long') }))}
        chosen={days}
        mistake={mistakeAt('days')}
        isOff={isReadOnly}
        onChange={(chosen) => draft.change({ days: chosen })}
      />
      <Row gap="sm" align="flex-start">
        {time('from')}
        {time('to')}
      </Row>
      {children}
    </FormFrame>
  );
}
