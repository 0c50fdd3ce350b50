import { Checkbox, Fieldset, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChooseNames.module.css';

/** From so many on there is a field to look for one. */
const MANY = 12;

export interface Option {
  value: string;
  label: string;
}

/** Names that are their own labels; those that are chosen and not in the list any more can still be taken off. */
export function optionsOf(names: readonly string[], chosen: readonly string[]): Option[] {
  return [...new Set([...names, ...chosen])].toSorted().map((name) => ({ value: name, label: name }));
}

interface ChooseNamesProps {
  legend: string;
  /** What it means to choose none. */
  all: string;
  /** What holds while the list is open and nothing of it is chosen. */
  none: string;
  options: readonly Option[];
  chosen: readonly string[];
  /** Why what is chosen was refused. */
  mistake: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}

/** All, or some of a list. */
export function ChooseNames({ legend, all, none, options, chosen, mistake, onChange }: ChooseNamesProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const isAll = chosen.length === 0;
  const found = options.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Fieldset legend={legend} variant="unstyled">
      <Checkbox
        mt="sm"
        size="md"
        label={all}
        checked={isAll && !isOpen}
        onChange={({ currentTarget }) => {
          setOpen(!currentTarget.checked);
          if (currentTarget.checked) onChange([]);
        }}
      />
      {(isOpen || !isAll) && (
        <>
          {options.length > MANY && (
            <TextInput
              mt="sm"
              type="search"
              aria-label={`${t('events.find')}: ${legend}`}
              placeholder={t('events.find')}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
          <div className={classes.names}>
            {found.map(({ value, label }) => (
              <Checkbox
                key={value}
                size="md"
                label={label}
                checked={chosen.includes(value)}
                onChange={({ currentTarget }) => {
                  setOpen(true);
                  onChange(currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value));
                }}
              />
            ))}
          </div>
          {isAll && (
            <Text size="sm" c="var(--quiet)" mt={4}>
              {none}
            </Text>
          )}
        </>
      )}
      {mistake && (
        <Text size="sm" c="var(--failed)" mt={4} role="alert">
          {mistake}
        </Text>
      )}
    </Fieldset>
  );
}
