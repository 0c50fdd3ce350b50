import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortionInput } from '../../generated/graphql.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { Sheet } from '../Sheet.tsx';
import type { ShownLine, ShownOrder } from '../shown/shown-orders.ts';
import { useNetwork } from '../use-network.ts';
import { useOrderWrite } from '../use-order-write.ts';
import { useTill } from '../use-till.ts';
import { Approval } from './Approval.tsx';
import { PortionField } from './PortionField.tsx';
import { Stepper } from './Stepper.tsx';
import { useReasons } from './use-reasons.ts';
import { ChangeLineDocument, CompLineDocument, DiscountLineDocument, VoidLineDocument } from './write-order.ts';

interface LineActionsProps {
  order: ShownOrder;
  line: ShownLine;
  onClose: () => void;
}

/** What is done about a line that the server has: more or less of it, off, given away, or cheaper. */
export function LineActions({ order, line, onClose }: LineActionsProps) {
  const { t } = useTranslation();
  const { name, money } = useTill();
  const hasNetwork = useNetwork();
  const { run, problem, isBusy } = useOrderWrite();
  const reasons = useReasons();
  const [act, setAct] = useState<'void' | 'comp' | 'discount'>();
  const [portion, setPortion] = useState<PortionInput>();
  const [quantity, setQuantity] = useState(Number(line.quantity));
  const { id, known } = line;
  const isOff = !hasNetwork || line.isVoid || order.money === 'PAID';

  async function approve(reason: string, pin?: string) {
    const approval = { id, pin: pin ?? null };
    const isDone =
      act === 'void'
        ? await run(VoidLineDocument, { ...approval, reason })
        : act === 'comp'
          ? await run(CompLineDocument, { ...approval, reason })
          : portion !== undefined && (await run(DiscountLineDocument, { ...approval, discount: portion }));
    if (isDone) onClose();
  }
  async function change() {
    if (known && (await run(ChangeLineDocument, { id, input: { version: known.version, quantity: String(quantity) } })))
      onClose();
  }

  return (
    <Sheet title={`${Number(line.quantity)} × ${name(line.names)} · ${money(line.amount)}`} onClose={onClose}>
      {!hasNetwork && <Text c="var(--attention)">{t('till.needsNetwork')}</Text>}
      {known?.voidReason && <Text>{t('till.voidedFor', { reason: known.voidReason })}</Text>}
      {act === undefined && (
        <>
          <Group justify="space-between">
            <Stepper value={quantity} min={1} max={999} onChange={setQuantity} label={t('till.quantity')} />
            <Button
              size="lg"
              loading={isBusy}
              disabled={isOff || quantity === Number(line.quantity)}
              onClick={() => void change()}
            >
              {t('till.changeQuantity')}
            </Button>
          </Group>
          {problem && <Trouble problem={problem} />}
          <SimpleGrid cols={1} spacing="sm">
            {(['void', 'comp', 'discount'] as const).map((each) => (
              <Button key={each} size="lg" variant="default" disabled={isOff} onClick={() => setAct(each)}>
                {t(`till.act.${each}`)}
              </Button>
            ))}
          </SimpleGrid>
        </>
      )}
      {act && (
        <Approval
          scope={act === 'void' ? 'order:void' : 'order:comp'}
          answer={t(`till.act.${act}`)}
          problem={problem}
          isBusy={isBusy}
          isReady={act !== 'discount' || portion !== undefined}
          {...(act !== 'discount' && { reasons: reasons[act] })}
          onApprove={approve}
        >
          {act === 'discount' && <PortionField name={t('till.discount')} onChange={setPortion} />}
        </Approval>
      )}
    </Sheet>
  );
}
