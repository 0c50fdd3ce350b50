import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../generated/graphql.ts';
import { Icon } from '../../look/Icon.tsx';
import { useStation } from '../../station/use-station.ts';
import { Sheet } from '../Sheet.tsx';
import { TableChoice } from '../tables/TableChoice.tsx';
import { useTill } from '../use-till.ts';
import { Stepper } from './Stepper.tsx';

const CHANNELS: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];

interface NewOrderProps {
  /** Where they sit, if that is known already. */
  tableId: string | undefined;
  onClose: () => void;
  onOpened: (orderId: string) => void;
}

/** How guests order, how many they are, where they sit, and what they are called by. */
export function NewOrder({ tableId: given, onClose, onOpened }: NewOrderProps) {
  const { t } = useTranslation();
  const { newId } = useStation();
  const { carts, tables } = useTill();
  const [guests, setGuests] = useState(0);
  const [note, setNote] = useState('');
  const [tableId, setTableId] = useState(given);
  const [isChoosing, choosing] = useDisclosure();
  const table = tables.find(({ id }) => id === tableId);

  function begin(channel: Channel) {
    const orderId = newId();
    const called = note.trim();
    carts.change(orderId, (cart) => ({
      ...cart,
      opening: {
        ...{ channel, ...(guests > 0 && { guests }), ...(called && { note: called }) },
        ...(channel === 'DINE_IN' && table && { tableId: table.id }),
      },
    }));
    onOpened(orderId);
  }

  return (
    <Sheet title={t('till.new')} onClose={onClose}>
      <Group justify="space-between">
        <Text>{t('till.guestsLabel')}</Text>
        <Stepper value={guests} min={0} max={500} onChange={setGuests} label={t('till.guestsLabel')} />
      </Group>
      <TextInput
        size="lg"
        label={t('till.calledLabel')}
        placeholder={t('till.calledExample')}
        value={note}
        maxLength={200}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {tables.length > 0 && (
        <Button
          size="lg"
          fz="md"
          variant={table ? 'light' : 'default'}
          aria-expanded={isChoosing}
          leftSection={<Icon name="table" />}
          onClick={choosing.toggle}
        >
          {table ? t('till.table', { table: table.name }) : t('till.chooseTable')}
        </Button>
      )}
      {isChoosing && (
        <TableChoice
          chosenId={tableId}
          onChoose={(id) => {
            setTableId(id);
            choosing.close();
          }}
        />
      )}
      <SimpleGrid cols={2}>
        {CHANNELS.map((channel) => (
          <Button key={channel} size="xl" fz="md" variant="default" onClick={() => begin(channel)}>
            {t(`till.channel.${channel}`)}
          </Button>
        ))}
      </SimpleGrid>
    </Sheet>
  );
}
