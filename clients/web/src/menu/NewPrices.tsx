import { Button, Group, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, localeOf, type Money } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import type { Item } from './menu.ts';
import { raised } from './raise.ts';

interface NewPricesProps {
  items: readonly Item[];
  hundredths: number;
  onClose: () => void;
  /** Resolves with whether they were set. */
  onSet: (prices: Money[]) => Promise<boolean>;
}

/** What each item would cost, before it does. */
export function NewPrices({ items, hundredths, onClose, onSet }: NewPricesProps) {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  const [isBusy, setBusy] = useState(false);
  const locale = localeOf(tenant);
  const prices = items.map(({ price }) => raised(price, hundredths));

  async function set() {
    setBusy(true);
    await onSet(prices);
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('menu.newPrices')}
      centered
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Table>
        <Table.Tbody>
          {items.map(({ id, names, price }, place) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400}>
                {textIn(names, [i18n.language, ...tenant.languages])}
              </Table.Th>
              <Table.Td ta="end">{formatMoney(price, locale)}</Table.Td>
              <Table.Td ta="end" fw={500}>
                {formatMoney(prices[place] ?? price, locale)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button data-autofocus loading={isBusy} onClick={set}>
          {t('menu.setPrices', { count: items.length })}
        </Button>
      </Group>
    </Modal>
  );
}
