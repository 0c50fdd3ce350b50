import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { CashSessionFilter } from '../generated/graphql.ts';
import { useTableExport } from '../graph/use-table-export.ts';
import type { Place } from '../locations/use-places.ts';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { CashSessionsExportDocument } from './cash.ts';

/** Hands over the sessions that are listed as a table. */
export function ExportSessions({ place, filter }: { place: Place; filter: CashSessionFilter }) {
  const { t } = useTranslation();
  const client = useClient();
  const { slug } = useTenant();
  const table = useTableExport();

  function save() {
    return table.save(`${slug}-cash.csv`, async (after) => {
      const variables = { locationId: place.id, filter, after };
      const answer = await client.query(CashSessionsExportDocument, variables, { requestPolicy: 'network-only' });
      const page = answer.data?.location?.exportCashSessions;
      if (!page) throw answer.error;
      return page;
    });
  }

  return (
    <>
      <Button
        variant="default"
        px="sm"
        style={{ justifySelf: 'start' }}
        miw="fit-content"
        loading={table.isSaving}
        onClick={() => void save()}
      >
        {t('action.export')}
      </Button>
      {table.refusal && <Trouble problem={table.refusal} onRetry={() => void save()} />}
    </>
  );
}
