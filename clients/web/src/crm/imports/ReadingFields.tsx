import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import filter from '../../look/Filter.module.css';
import { countriesIn } from './countries.ts';
import { dateOrders, delimiters, encodings, type ReadingDraft } from './reading-draft.ts';

interface ReadingFieldsProps {
  draft: ReadingDraft;
  mistakeAt: (field: string) => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<ReadingDraft>) => void;
}

type Chosen = 'encoding' | 'delimiter' | 'hasHeader' | 'country' | 'dateOrder';

interface Choice<Value> {
  value: Value;
  label: string;
}

/** How a file is written, and how its rows are taken. */
export function ReadingFields({ draft, mistakeAt, isReadOnly, onChange }: ReadingFieldsProps) {
  const { t, i18n } = useTranslation();
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);

  function choice<Field extends Chosen>(
    field: Field,
    label: string,
    choices: readonly Choice<Exclude<ReadingDraft[Field], ''>>[],
  ) {
    return (
      <NativeSelect
        label={label}
        data={[{ value: '', label: t('imports.byItself') }, ...choices]}
        value={draft[field]}
        disabled={isReadOnly}
        error={mistakeAt(field)}
        onChange={({ currentTarget }) =>
          onChange({ [field]: choices.find(({ value }) => value === currentTarget.value)?.value ?? '' })
        }
      />
    );
  }

  const check = (field: 'overwrite' | 'includePrivate') => (
    <Checkbox
      label={t(`imports.reading.${field}`)}
      checked={draft[field]}
      disabled={isReadOnly}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.checked })}
    />
  );
  const known = delimiters.find((each) => each === draft.delimiter);
  return (
    <Stack gap="md">
      <div className={filter.filter}>
        {choice(
          'encoding',
          t('imports.reading.encoding'),
          encodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) })),
        )}
        {choice('delimiter', t('imports.reading.delimiter'), [
          ...delimiters.map((value, at) => ({ value, label: t(`imports.delimiter.${delimiterNames[at] ?? 'comma'}`) })),
          ...(known === undefined && draft.delimiter ? [{ value: draft.delimiter, label: draft.delimiter }] : []),
        ])}
        {choice('hasHeader', t('imports.reading.hasHeader'), [
          { value: 'yes', label: t('imports.header.yes') },
          { value: 'no', label: t('imports.header.no') },
        ])}
        {choice('country', t('imports.reading.country'), countries)}
        {choice(
          'dateOrder',
          t('imports.reading.dateOrder'),
          dateOrders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) })),
        )}
      </div>
      {check('overwrite')}
      {check('includePrivate')}
    </Stack>
  );
}

const delimiterNames = ['comma', 'semicolon', 'tab', 'bar'] as const;
