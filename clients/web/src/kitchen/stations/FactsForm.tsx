import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { type StationDraft, secondsOf } from './station-draft.ts';
import { sounds } from './stations.ts';

/** What a station is called, when it is late, and how it sounds, as it is sent. */
export interface StationFacts {
  name: string;
  warnAfterSeconds: number;
  lateAfterSeconds: number;
  sound: StationDraft['sound'];
}

interface FactsFormProps {
  draft: Draft<StationDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (facts: StationFacts) => Promise<unknown>;
  children?: ReactNode;
}

export function FactsForm({ draft, write, isReadOnly, action, onSave, children }: FactsFormProps) {
  const { t } = useTranslation();
  const { fields, change } = draft;
  const [warn, late] = [secondsOf(fields.warn), secondsOf(fields.late)];
  const missing = {
    name: fields.name.trim() === '' && t('mistake.nameMissing'),
    warn: warn === undefined && t('kitchen.noMinutes'),
    late:
      (late === undefined && t('kitchen.noMinutes')) ||
      (warn !== undefined && late !== undefined && late < warn && t('kitchen.lateFirst')),
  };
  const mistakeAt = mistakesIn(draft, write, missing);

  async function save() {
    if (hasMistakes(missing) || warn === undefined || late === undefined) return undefined;
    const { name, sound } = fields;
    return onSave({ name: name.trim(), sound, warnAfterSeconds: warn, lateAfterSeconds: late });
  }

  const minutes = (field: 'warn' | 'late', sent: 'warnAfterSeconds' | 'lateAfterSeconds') => (
    <TextInput
      flex="1 1 120px"
      label={t(`kitchen.${field}After`)}
      inputMode="decimal"
      value={fields[field]}
      readOnly={isReadOnly}
      error={mistakeAt(field) ?? write.mistakeAt(sent)}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <FormFrame draft={draft} write={write} action={action} isReadOnly={isReadOnly} onSave={save}>
      <TextInput
        label={t('kitchen.stationName')}
        placeholder={t('kitchen.nameExample')}
        maxLength={40}
        value={fields.name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <Text size="sm">{t('kitchen.limitsHint')}</Text>
      <Group gap="sm" align="flex-end">
        {minutes('warn', 'warnAfterSeconds')}
        {minutes('late', 'lateAfterSeconds')}
      </Group>
      <NativeSelect
        label={t('kitchen.sound')}
        description={t('kitchen.soundHint')}
        value={fields.sound}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => {
          const sound = sounds.find((each) => each === currentTarget.value);
          if (sound) change({ sound });
        }}
        data={sounds.map((value) => ({ value, label: t(`kitchen.sounds.${value}`) }))}
      />
      {children}
    </FormFrame>
  );
}
