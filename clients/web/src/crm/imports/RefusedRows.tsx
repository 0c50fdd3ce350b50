import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useTableExport } from '../../graph/use-table-export.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/viewer.tsx';
import { type Import, RefusedRowsDocument } from './imports.ts';

/** The rows with refusals as a file to mend and import; it shows how people are reached. */
export function RefusedRows({ of: { id, fileName } }: { of: Import }) {
  const { t } = useTranslation();
  const client = useClient();
  const seesPeople = useMay('pii:read');
  const table = useTableExport();
  if (!seesPeople) return null;

  function save() {
    return table.save(`${fileName.replace(/\.\w+$/, '')}-refused.csv`, async (after) => {
      const { data, error } = await client
        .query(RefusedRowsDocument, { id, after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!data?.import) throw error;
      return data.import.refusedRows;
    });
  }

  return (
    <>
      {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
      <Group gap="sm">
        <Button variant="default" loading={table.isSaving} onClick={save}>
          {t('imports.refusedRows')}
        </Button>
        <Text size="sm" c="var(--quiet)">
          {t('imports.refusedRowsText')}
        </Text>
      </Group>
    </>
  );
}
