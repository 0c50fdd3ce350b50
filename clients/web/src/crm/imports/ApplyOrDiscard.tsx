import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble } from '../../look/notify.tsx';
import { numberFormat } from '../../words/formats.ts';
import type { Import } from './imports.ts';
import { ApplyImportDocument, CancelImportDocument } from './write-import.ts';

/** Has a plan be written, just as it is shown, or drops it. */
export function ApplyOrDiscard({ of: { id, rows } }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const { write: apply, isBusy } = useWrite(ApplyImportDocument, showTrouble);
  const { write: cancel, isBusy: isCancelling } = useWrite(CancelImportDocument, showTrouble);
  const count = rows.created + rows.updated;
  return (
    <>
      {count === 0 && rows.refused === 0 && <Text>{t('imports.nothingToDo')}</Text>}
      <Group gap="sm">
        {count > 0 && (
          <Button loading={isBusy} disabled={isCancelling} onClick={() => void apply({ id })}>
            {t('imports.apply', { count, figure: numberFormat(i18n.language).format(count) })}
          </Button>
        )}
        <Button variant="default" loading={isCancelling} disabled={isBusy} onClick={() => void cancel({ id })}>
          {t('imports.cancel')}
        </Button>
      </Group>
    </>
  );
}
