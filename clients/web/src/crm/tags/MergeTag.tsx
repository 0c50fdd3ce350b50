import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { TagChoice } from './TagChoice.tsx';
import type { TagLine } from './tags.ts';
import { MergeTagsDocument, RestoreTagDocument } from './write-tag.ts';

interface MergeTagProps {
  tag: TagLine;
  /** The one that has the name which this one was to get. */
  into: { id: string; name: string } | undefined;
  onMerged: (intoId: string) => void;
}

/** Makes a tag part of another one. */
export function MergeTag({ tag: { id, side, name }, into, onMerged }: MergeTagProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(into);
  const { write: merge } = useWrite(MergeTagsDocument, showTrouble);
  const { write: restore } = useWrite(RestoreTagDocument, showTrouble);

  async function confirm() {
    if (!chosen || !(await merge({ intoId: chosen.id, otherIds: [id] }))) return;
    showUndo(`tag-${id}`, t('tags.merged', { name: chosen.name }), () => void restore({ id }));
    onMerged(chosen.id);
  }

  return (
    <Stack gap="sm">
      <TagChoice label={t('tags.into')} side={side} except={id} value={chosen} onChange={setChosen} />
      {chosen && (
        <Confirm
          label={t('tags.merge')}
          question={t('tags.mergeQuestion', { name, into: chosen.name })}
          text={t('tags.mergeText', { name, into: chosen.name })}
          answer={t('tags.merge')}
          onConfirm={confirm}
        />
      )}
    </Stack>
  );
}
