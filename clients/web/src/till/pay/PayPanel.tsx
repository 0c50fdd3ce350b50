import { Button, SegmentedControl, Text } from '@mantine/core';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../Sheet.tsx';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import { CashForm } from './CashForm.tsx';
import { ExternalForm } from './ExternalForm.tsx';
import { OpenDrawer } from './OpenDrawer.tsx';

interface PayPanelProps {
  order: ShownOrder;
  onReceipt: () => void;
  onClose: () => void;
}

/** Takes money for an order: cash into the open drawer, or what another system took. */
export function PayPanel({ order, onReceipt, onClose }: PayPanelProps) {
  const { t } = useTranslation();
  const { drawers, money } = useTill();
  const [tender, setTender] = useState<'CASH' | 'EXTERNAL'>('CASH');
  const [change, setChange] = useState<{ amount: number; isExact: boolean }>();
  const session = drawers.flatMap(({ openSession }) => openSession ?? [])[0];

  function showReceipt() {
    onClose();
    onReceipt();
  }

  if (order.due <= 0)
    return (
      <Sheet title={t('till.paidTitle')} onClose={onClose}>
        {change !== undefined && (
          <Text fz="xl" fw={600} role="status" data-change>
            {t('till.changeIs', { sum: (change.isExact ? '' : '≈ ') + money(change.amount) })}
          </Text>
        )}
        <Button size="lg" variant="default" onClick={atFirst(showReceipt)}>
          {t('till.receipt')}
        </Button>
        <Button size="lg" onClick={atFirst(onClose)} data-autofocus>
          {t('action.close')}
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={t('till.dueIs', { sum: (order.isExact ? '' : '≈ ') + money(order.due) })} onClose={onClose}>
      {!order.isExact && <Text c="var(--attention)">{t('till.notReckoned')}</Text>}
      <SegmentedControl
        size="lg"
        fullWidth
        value={tender}
        onChange={(next) => setTender(next as typeof tender)}
        data={(['CASH', 'EXTERNAL'] as const).map((value) => ({ value, label: t(`till.tender.${value}`) }))}
      />
      {tender === 'EXTERNAL' ? (
        <ExternalForm order={order} sessionId={session?.id} />
      ) : session ? (
        <CashForm
          order={order}
          sessionId={session.id}
          onTaken={(amount) => setChange({ amount, isExact: order.isExact })}
        />
      ) : (
        <OpenDrawer />
      )}
    </Sheet>
  );
}

/** Not for the second of two taps, which was meant for what stood there before. */
const atFirst =
  (act: () => void) =>
  ({ detail }: MouseEvent) => {
    if (detail < 2) act();
  };
