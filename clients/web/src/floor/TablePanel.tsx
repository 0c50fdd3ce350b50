import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams, useSearchParams } from 'react-router';
import { Panel } from '../look/Panel.tsx';
import { TableForm } from './edit/TableForm.tsx';
import type { FloorOutlet } from './FloorPage.tsx';
import { TableService } from './TableService.tsx';

/** One table beside the plan: what goes on there, or where the plan is edited, what it is. */
export function Component() {
  const { t } = useTranslation();
  const { tableId } = useParams();
  const { tables, areas, isEditing } = useOutletContext<FloorOutlet>();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const table = tables.find(({ id }) => id === tableId);
  const close = () => void navigate({ pathname: '/floor', search: search.toString() });
  return (
    <Panel title={table ? t('floor.table', { name: table.name }) : t('floor.goneTitle')} onClose={close}>
      {!table && <Text>{t('floor.goneText')}</Text>}
      {table && !isEditing && <TableService key={table.id} table={table} />}
      {table && isEditing && <TableForm key={table.id} table={table} areas={areas} onGone={close} />}
    </Panel>
  );
}
