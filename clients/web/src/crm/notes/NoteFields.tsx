import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TagsField } from '../tags/TagsField.tsx';

/** A note as it stands in a form. */
export interface NoteDraft {
  content: string;
  tags: readonly string[];
  pinned: boolean;
}

interface NoteFieldsProps {
  note: NoteDraft;
  mistakeAt: (field: keyof NoteDraft) => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<NoteDraft>) => void;
}

/** The fields of a note, new or not. */
export function NoteFields({ note, mistakeAt, isReadOnly, onChange }: NoteFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Textarea
        label={t('notes.content')}
        description={t('notes.contentHint')}
        autosize
        minRows={5}
        maxRows={20}
        value={note.content}
        readOnly={isReadOnly}
        error={mistakeAt('content')}
        onChange={({ currentTarget }) => onChange({ content: currentTarget.value })}
      />
      <TagsField
        value={note.tags}
        mistake={mistakeAt('tags')}
        isReadOnly={isReadOnly}
        onChange={(tags) => onChange({ tags })}
      />
      <Checkbox
        label={t('notes.pinned')}
        checked={note.pinned}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => onChange({ pinned: currentTarget.checked })}
      />
    </Stack>
  );
}
