import { Button, Stack } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { byLocale, type Localized, localized } from '../words/text-in.ts';
import { NameFields } from './NameFields.tsx';

interface SectionFormProps {
  start: readonly Localized[];
  problem: Problem | undefined;
  isBusy: boolean;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (names: Localized[]) => Promise<void>;
  children?: ReactNode;
}

/** A section, new or not. */
export function SectionForm({ start, problem, isBusy, isReadOnly, action, onSave, children }: SectionFormProps) {
  const { t } = useTranslation();
  const [names, setNames] = useState(() => byLocale(start));
  const [isNameless, setNameless] = useState(false);
  const isAboutName = problem?.code === 'BAD_USER_INPUT' && problem.path[1] === 'name';
  const mistake = isNameless ? t('mistake.nameMissing') : isAboutName ? mistakeText(problem) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = localized(names);
    setNameless(given.length === 0);
    if (given.length > 0) await onSave(given);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NameFields
          names={names}
          mistake={mistake}
          isReadOnly={isReadOnly}
          onChange={(changed) => {
            setNames(changed);
            setNameless(false);
          }}
        />
        {problem && !isAboutName && <Trouble problem={problem} />}
        {children}
        {!isReadOnly && (
          <div className={panel.actions}>
            <Button type="submit" loading={isBusy}>
              {action}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
