import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ContactFilter } from '../../generated/graphql.ts';
import { useTableExport } from '../../graph/use-table-export.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { ContactsExportDocument } from './contacts.ts';

/** Hands over the contacts that are shown as a table, which can be imported again. */
export function ExportContacts({ filter }: { filter: ContactFilter | null }) {
  const { t } = useTranslation();
  const client = useClient();
  const { slug } = useTenant();
  const table = useTableExport();

  function save() {
    return table.save(`${slug}-contacts.csv`, async (after) => {
      const variables = { filter, after };
      const answer = await client.query(ContactsExportDocument, variables, { requestPolicy: 'network-only' });
      const page = answer.data?.viewer?.tenant?.exportContacts;
      if (!page) throw answer.error;
      return page;
    });
  }

  return (
    <>
      <Button variant="default" loading={table.isSaving} onClick={() => void save()}>
        {t('action.export')}
      </Button>
      {table.refusal && <Trouble problem={table.refusal} onRetry={() => void save()} />}
    </>
  );
}
