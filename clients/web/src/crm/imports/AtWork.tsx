import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble } from '../../look/notify.tsx';
import { numberFormat } from '../../words/formats.ts';
import type { Import } from './imports.ts';
import { useMayImport } from './use-may-import.ts';
import { CancelImportDocument } from './write-import.ts';

/** How far the work on an import is; what is read or written can be stopped. */
export function AtWork({ of: { id, status, progress } }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const mayImport = useMayImport();
  const { write: cancel, isBusy } = useWrite(CancelImportDocument, showTrouble);
  const { done, total } = progress;
  const figure = numberFormat(i18n.language);
  const name = t(`imports.status.${status}`);
  return (
    <Stack gap="xs">
      <Text role="status">
        {name}: {total === null ? figure.format(done) : `${figure.format(done)} / ${figure.format(total)}`}
      </Text>
      {total !== null && <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label={name} />}
      {mayImport && status !== 'UNDOING' && (
        <Group>
          <Button variant="default" loading={isBusy} onClick={() => void cancel({ id })}>
            {t('imports.stop')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
