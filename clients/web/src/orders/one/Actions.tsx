import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import type { Order } from '../orders.ts';
import { DiscountOrderDocument, VoidOrderDocument } from '../write-order.ts';
import { DiscountForm } from './DiscountForm.tsx';
import { tipLeftToRefund } from './left-to-refund.ts';
import { mayChange } from './may-change.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { RefundForm } from './RefundForm.tsx';

type Deed = 'refund' | 'discount' | 'void';

interface ActionsProps {
  order: Order;
  names: ReadonlyMap<string, string>;
  locale: string;
}

/** What can be done to a whole order, by whoever may. */
export function Actions({ order, names, locale }: ActionsProps) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<Deed>();
  const mayRefund = useMay('payment:refund');
  const mayVoid = useMay('order:void');
  const mayComp = useMay('order:comp');
  const { id, number, currency, totals, progress, lines } = order;
  const held = totals.paid.amount - totals.refunded.amount;
  const isOpen = mayChange(order);
  const can: Record<Deed, boolean> = {
    refund: mayRefund && (held > 0 || tipLeftToRefund(order) > 0),
    discount: mayComp && isOpen && lines.some(({ voidedAt }) => !voidedAt),
    void: mayVoid && progress !== 'VOID' && held === 0,
  };
  const deeds = (['refund', 'discount', 'void'] as const).filter((each) => can[each]);
  if (deeds.length === 0) return null;
  const done = (said?: string) => {
    setDeed(undefined);
    if (said) showDone(said);
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {deeds.map((each) => (
          <Button
            key={each}
            variant={each === 'void' ? 'outline' : 'default'}
            color={each === 'void' ? 'red' : undefined}
            aria-expanded={deed === each}
            onClick={() => setDeed(deed === each ? undefined : each)}
          >
            {t(`orders.whole.${each}`)}
          </Button>
        ))}
      </Group>
      {deed === 'refund' && can.refund && (
        <RefundForm order={order} names={names} locale={locale} onDone={() => done()} />
      )}
      {deed === 'discount' && can.discount && (
        <DiscountForm
          id={id}
          document={DiscountOrderDocument}
          currency={currency}
          label={t('orders.whole.discount')}
          onDone={() => done(t('orders.discounted', { name: t('orders.number', { no: number }) }))}
        />
      )}
      {deed === 'void' && can.void && (
        <ReasonForm
          id={id}
          document={VoidOrderDocument}
          label={t('orders.whole.void')}
          action={t('orders.whole.void')}
          onDone={() => done(t('orders.voided', { name: t('orders.number', { no: number }) }))}
        />
      )}
    </Stack>
  );
}
