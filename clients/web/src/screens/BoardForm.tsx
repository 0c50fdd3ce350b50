import { Button, Checkbox, Fieldset, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { type BoardDraft, toggled } from './board-draft.ts';
import { SectionsPicker } from './SectionsPicker.tsx';

interface BoardFormProps {
  start: BoardDraft;
  problem: Problem | undefined;
  isBusy: boolean;
  isReadOnly: boolean;
  action: string;
  onSave: (draft: BoardDraft) => void;
  children?: ReactNode;
}

/** What a board is called, which sections it shows in which order, and how. */
export function BoardForm({ start, problem, isBusy, isReadOnly, action, onSave, children }: BoardFormProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const [draft, setDraft] = useState(start);
  const [isTried, setTried] = useState(false);
  const change = (changes: Partial<BoardDraft>) => setDraft((current) => ({ ...current, ...changes }));
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const field = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const isNameMissing = draft.name.trim() === '';
  const isEmpty = draft.sectionIds.length === 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isNameMissing && !isEmpty && draft.languages.length > 0) onSave(draft);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('board.name')}
          value={draft.name}
          readOnly={isReadOnly}
          error={
            field === 'name' && problem ? mistakeText(problem) : isTried && isNameMissing && t('mistake.nameMissing')
          }
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <SectionsPicker
          chosen={draft.sectionIds}
          isReadOnly={isReadOnly}
          error={isTried && isEmpty ? t('board.sectionsMissing') : undefined}
          onChange={(sectionIds) => change({ sectionIds })}
        />
        <Stack gap="xs">
          <Text size="sm" fw={500} id="board-columns">
            {t('board.columns')}
          </Text>
          <SegmentedControl
            role="radiogroup"
            aria-labelledby="board-columns"
            disabled={isReadOnly}
            value={String(draft.columns)}
            data={['1', '2', '3', '4', '5', '6']}
            onChange={(value) => change({ columns: Number(value) })}
          />
        </Stack>
        <Stack gap="xs">
          <Text size="sm" fw={500} id="board-sold-out">
            {t('board.soldOut')}
          </Text>
          <SegmentedControl
            role="radiogroup"
            aria-labelledby="board-sold-out"
            disabled={isReadOnly}
            value={draft.soldOut}
            data={[
              { value: 'GREY', label: t('board.grey') },
              { value: 'HIDE', label: t('board.hide') },
            ]}
            onChange={(value) => change({ soldOut: value === 'HIDE' ? 'HIDE' : 'GREY' })}
          />
        </Stack>
        <Fieldset variant="unstyled" legend={t('board.languages')} disabled={isReadOnly}>
          <Group gap="md" mt="sm">
            {[...new Set([...languages, ...draft.languages])].map((language) => (
              <Checkbox
                key={language}
                size="md"
                label={`${names.of(language)}${draft.languages[0] === language ? ` · ${t('board.larger')}` : ''}`}
                checked={draft.languages.includes(language)}
                onChange={() => change({ languages: toggled(draft.languages, language) })}
              />
            ))}
          </Group>
          {isTried && draft.languages.length === 0 && (
            <Text size="sm" c="var(--failed)">
              {t('board.languageMissing')}
            </Text>
          )}
        </Fieldset>
        <Checkbox
          size="md"
          disabled={isReadOnly}
          label={t('board.calories')}
          checked={draft.showCalories}
          onChange={(event) => change({ showCalories: event.currentTarget.checked })}
        />
        <Checkbox
          size="md"
          disabled={isReadOnly}
          label={t('board.allergens')}
          checked={draft.showAllergens}
          onChange={(event) => change({ showAllergens: event.currentTarget.checked })}
        />
        {problem && field !== 'name' && <Trouble problem={problem} />}
        {!isReadOnly && (
          <div className={panel.actions}>
            <Button type="submit" loading={isBusy}>
              {action}
            </Button>
            {children}
          </div>
        )}
      </Stack>
    </form>
  );
}
