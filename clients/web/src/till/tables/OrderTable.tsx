import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { Sheet } from '../Sheet.tsx';
import { useTill } from '../use-till.ts';
import { TableChoice } from './TableChoice.tsx';

interface OrderTableProps {
  tableId: string | undefined;
  /** Told of another table only. */
  onChoose: (tableId: string) => void;
}

/** At which table the guests of an order sit, and the way to another one. */
export function OrderTable({ tableId, onChoose }: OrderTableProps) {
  const { t } = useTranslation();
  const { tables } = useTill();
  const [isOpen, { open, close }] = useDisclosure();
  const table = tables.find(({ id }) => id === tableId);
  const server = table?.server?.name;
  if (tables.length === 0) return null;

  function choose(next: string | undefined) {
    if (next !== undefined) onChoose(next);
    close();
  }

  return (
    <>
      <Button size="lg" fz="md" variant="default" leftSection={<Icon name="table" />} onClick={open}>
        {table ? t('till.table', { table: table.name }) : t('till.chooseTable')}
        {server && ` · ${server}`}
      </Button>
      {isOpen && (
        <Sheet title={t('till.whichTable')} onClose={close}>
          <TableChoice chosenId={tableId} onChoose={choose} />
        </Sheet>
      )}
    </>
  );
}
