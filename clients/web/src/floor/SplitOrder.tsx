import { Modal } from '@mantine/core';
import { newClientId } from '@mycelium/client-kit/outbox/client-id';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { useTenant } from '../session/viewer.tsx';
import { SplitForm } from '../split/SplitForm.tsx';
import type { SplitVariables } from '../split/use-split-preview.ts';
import { textIn } from '../words/text-in.ts';
import { type FloorOrder, SplitOrderDocument } from './floor.ts';
import { useMoney } from './use-money.ts';

/** How an order of a table is split. */
export function SplitOrder({ order, onClose }: { order: FloorOrder; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const money = useMoney();
  const { write, problem, isBusy } = useWrite(SplitOrderDocument);

  async function split(variables: SplitVariables) {
    const done = await write(variables);
    if (!done) return;
    const amounts = done.splitOrder.map(({ number, totals }) => `#${number} ${money(totals.due)}`);
    showDone(t('split.done', { checks: amounts.join(' · ') }));
    onClose();
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('split.title', { order: order.number })}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
    >
      <SplitForm
        order={order}
        newId={() => newClientId(Date.now)}
        money={(amount) => money({ amount, currency: order.totals.due.currency })}
        name={(names) => textIn(names, [i18n.language, ...languages])}
        problem={problem}
        isBusy={isBusy}
        onSplit={(variables) => void split(variables)}
        onClose={onClose}
      />
    </Modal>
  );
}
