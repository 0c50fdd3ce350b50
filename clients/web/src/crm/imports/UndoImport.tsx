import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import type { Import } from './imports.ts';
import { UndoImportDocument } from './write-import.ts';

/** Takes back what an import has written, for as long as that can be done. */
export function UndoImport({ of: { id, fileName, undoUntil } }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { write: undo } = useWrite(UndoImportDocument, showTrouble);
  if (!undoUntil) return null;
  if (new Date(undoUntil).getTime() < Date.now()) return <Text size="sm">{t('imports.undoOver')}</Text>;
  const date = dateFormat(i18n.language, { dateStyle: 'long', timeZone }).format(new Date(undoUntil));
  return (
    <Group gap="sm">
      <Confirm
        label={t('imports.undo')}
        question={t('imports.undoQuestion', { name: fileName })}
        text={t('imports.undoText')}
        answer={t('imports.undo')}
        onConfirm={() => undo({ id })}
      />
      <Text size="sm" c="var(--quiet)">
        {t('imports.undoUntil', { date })}
      </Text>
    </Group>
  );
}
