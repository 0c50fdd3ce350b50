import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './LogPage.module.css';
import type { LogField } from './use-log-filter.ts';

const fields = ['action', 'noun', 'id', 'actor', 'from', 'to'] as const;

/** The filter row of the log. */
export function LogFilter({
  values,
  put,
}: {
  values: Record<LogField, string>;
  put: (field: string, value: string) => void;
}) {
  return (
    <div className={classes.filter}>
      {fields.map((field) => (
        <FilterField key={field} field={field} value={values[field]} put={put} />
      ))}
    </div>
  );
}

/** What is typed shows at once; the log is asked when typing pauses. */
function FilterField({
  field,
  value,
  put,
}: {
  field: LogField;
  value: string;
  put: (field: string, value: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const putLater = useDebouncedCallback(put, 300);
  return (
    <TextInput
      type={field === 'from' || field === 'to' ? 'date' : 'text'}
      label={t(`log.${field}`)}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        putLater(field, currentTarget.value.trim());
      }}
    />
  );
}
