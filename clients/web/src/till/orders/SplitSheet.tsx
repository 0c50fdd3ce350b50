import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitForm } from '../../split/SplitForm.tsx';
import type { SplitVariables } from '../../split/use-split-preview.ts';
import { useStation } from '../../station/use-station.ts';
import { Sheet } from '../Sheet.tsx';
import { useTill } from '../use-till.ts';
import type { Order } from './orders.ts';
import { SplitOrderDocument } from './write-order.ts';

/** How an order is split into checks, each of which is paid for itself. */
export function SplitSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const { newId, write } = useStation();
  const { money, name, learn } = useTill();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  async function split(variables: SplitVariables) {
    setBusy(true);
    const { data, error } = await write(SplitOrderDocument, variables);
    setBusy(false);
    setProblem(error && problemOf(error));
    if (!data) return;
    for (const check of data.orders) learn(check);
    onClose();
  }

  return (
    <Sheet title={t('split.title', { order: order.number })} onClose={onClose}>
      <SplitForm
        {...{ order, newId, money, name, problem, isBusy, onClose }}
        onSplit={(variables) => void split(variables)}
      />
    </Sheet>
  );
}
