import { Checkbox, Fieldset, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { Mistake } from '../look/Mistake.tsx';
import { toggled } from '../look/toggled.ts';
import { useTenant } from '../session/viewer.tsx';
import type { BoardDraft } from './board-draft.ts';
import { SectionsPicker } from './SectionsPicker.tsx';

interface BoardFormProps {
  draft: Draft<BoardDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  action: string;
  /** Called with a board that has no mistakes. */
  onSave: (board: BoardDraft) => Promise<unknown>;
  beside?: ReactNode;
}

/** What a board is called, which sections it shows in which order, and how. */
export function BoardForm({ draft, write, isReadOnly, action, onSave, beside }: BoardFormProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { fields: board, change } = draft;
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const missing = {
    name: board.name.trim() === '' && t('mistake.nameMissing'),
    sectionIds: board.sectionIds.length === 0 && t('board.sectionsMissing'),
    languages: board.languages.length === 0 && t('board.languageMissing'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);

  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave(board)}
      beside={beside}
    >
      <TextInput
        data-autofocus
        label={t('board.name')}
        value={board.name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <SectionsPicker
        chosen={board.sectionIds}
        isReadOnly={isReadOnly}
        error={mistakeAt('sectionIds')}
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
          value={String(board.columns)}
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
          value={board.soldOut}
          data={[
            { value: 'GREY', label: t('board.grey') },
            { value: 'HIDE', label: t('board.hide') },
          ]}
          onChange={(value) => change({ soldOut: value === 'HIDE' ? 'HIDE' : 'GREY' })}
        />
      </Stack>
      <Fieldset variant="unstyled" legend={t('board.languages')} disabled={isReadOnly}>
        <Group gap="md" mt="sm">
          {[...new Set([...languages, ...board.languages])].map((language) => (
            <Checkbox
              key={language}
              size="md"
              label={`${names.of(language)}${board.languages[0] === language ? ` · ${t('board.larger')}` : ''}`}
              checked={board.languages.includes(language)}
              onChange={() => change({ languages: toggled(board.languages, language) })}
            />
          ))}
        </Group>
        <Mistake>{mistakeAt('languages')}</Mistake>
      </Fieldset>
      <Checkbox
        size="md"
        disabled={isReadOnly}
        label={t('board.calories')}
        checked={board.showCalories}
        onChange={(event) => change({ showCalories: event.currentTarget.checked })}
      />
      <Checkbox
        size="md"
        disabled={isReadOnly}
        label={t('board.allergens')}
        checked={board.showAllergens}
        onChange={(event) => change({ showAllergens: event.currentTarget.checked })}
      />
    </FormFrame>
  );
}
