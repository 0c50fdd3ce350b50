import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../generated/graphql.ts';
import { useStation } from '../../station/use-station.ts';
import { useTill } from '../use-till.ts';
import { Stepper } from './Stepper.tsx';

const CHANNELS: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];

interface NewOrderProps {
  isOpen: boolean;
  onClose: () => void;
  onOpened: (orderId: string) => void;
}

/** How guests order, how many they are, and what they are called by. */
export function NewOrder({ isOpen, onClose, onOpened }: NewOrderProps) {
  const { t } = useTranslation();
  const { newId } = useStation();
  const { carts } = useTill();
  const [guests, setGuests] = useState(0);
  const [note, setNote] = useState('');

  function begin(channel: Channel) {
    const orderId = newId();
    const called = note.trim();
    carts.change(orderId, (cart) => ({
      ...cart,
      opening: { channel, ...(guests > 0 && { guests }), ...(called && { note: called }) },
    }));
    setGuests(0);
    setNote('');
    onOpened(orderId);
  }

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('till.new')}
      centered
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
    >
      <Stack gap="md">
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
        <SimpleGrid cols={2}>
          {CHANNELS.map((channel) => (
            <Button key={channel} size="xl" fz="md" variant="default" onClick={() => begin(channel)}>
              {t(`till.channel.${channel}`)}
            </Button>
          ))}
        </SimpleGrid>
      </Stack>
    </Modal>
  );
}
