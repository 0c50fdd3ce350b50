import { Chip, Group, Text } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttemptId } from '../../graph/use-attempt-id.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { leftToRefund, tipLeftToRefund } from '../../orders/one/left-to-refund.ts';
import { useStation } from '../../station/use-station.ts';
import { OpenDrawer } from '../pay/OpenDrawer.tsx';
import { Sheet } from '../Sheet.tsx';
import { useTill } from '../use-till.ts';
import { Approval } from './Approval.tsx';
import type { Order } from './orders.ts';
import { Stepper } from './Stepper.tsx';
import { useReasons } from './use-reasons.ts';
import { type RefundAsked, useRefunded, useRefundShare } from './use-refund-share.ts';
import { RefundDocument } from './write-order.ts';

/** Items of an order, or its tip, are given back to the payments they came from; what that comes to stands there before. */
export function RefundSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const { newId, write } = useStation();
  const { money, name, drawers, learn } = useTill();
  const { refunds, problem: unknown } = useRefunded(order.id);
  const [quantities, setQuantities] = useState<Readonly<Record<string, string>>>({});
  const [hasTip, setHasTip] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const idOf = useAttemptId(newId);
  const reasons = useReasons();
  const left = refunds && leftToRefund({ ...order, refunds });
  const tipLeft = refunds ? tipLeftToRefund({ ...order, refunds }) : 0;
  const asked = askedOf(quantities, hasTip ? tipLeft : 0);
  const { share, problem: refused } = useRefundShare(order.id, asked);
  const isCash = share?.tenders.some(({ tender }) => tender === 'CASH') ?? false;
  const session = drawers.flatMap(({ openSession }) => openSession ?? [])[0];
  const put = (lineId: string, quantity: string) => setQuantities({ ...quantities, [lineId]: quantity });

  async function giveBack(reason: string, pin?: string) {
    if (!asked || !share) return;
    setBusy(true);
    const content = { orderId: order.id, reason, sessionId: isCash ? (session?.id ?? null) : null, ...asked };
    const { data, error } = await write(RefundDocument, { input: { id: idOf(content), ...content }, pin: pin ?? null });
    setBusy(false);
    setProblem(error && problemOf(error));
    if (!data) return;
    if (data.refund.order) learn(data.refund.order);
    onClose();
  }

  return (
    <Sheet title={t('till.act.refund')} onClose={onClose}>
      {unknown && <Trouble problem={unknown} />}
      {!left && !unknown && <Waiting shape={['list']} />}
      {left?.size === 0 && tipLeft === 0 && <Text>{t('till.nothingToRefund')}</Text>}
      {order.lines.map(({ id, names }) => {
        const rest = left?.get(id);
        if (rest === undefined) return null;
        const what = name(names);
        return (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text>{t('till.refundLeft', { name: what, left: rest })}</Text>
            {Number.isInteger(Number(rest)) ? (
              <Stepper
                value={Number(quantities[id] ?? 0)}
                min={0}
                max={Number(rest)}
                onChange={(value) => put(id, String(value))}
                label={what}
              />
            ) : (
              <Chip size="lg" checked={quantities[id] === rest} onChange={(isChosen) => put(id, isChosen ? rest : '0')}>
                {what}
              </Chip>
            )}
          </Group>
        );
      })}
      {tipLeft > 0 && (
        <Chip size="lg" checked={hasTip} onChange={setHasTip}>
          {t('till.refundTip', { sum: money(tipLeft) })}
        </Chip>
      )}
      {refused && <Trouble problem={refused} />}
      {share && (
        <Facts>
          <Fact name={t('till.givesBack')}>
            <strong>{money(share.amount.amount + share.tip.amount)}</strong>
          </Fact>
          <Fact name={t('till.taxesInIt')}>{money(share.tax.amount)}</Fact>
          {share.tenders.map(({ paymentId, tender, amount, tip }) => (
            <Fact key={paymentId} name={t(`till.tender.${tender}`)}>
              {money(amount.amount + tip.amount)}
            </Fact>
          ))}
        </Facts>
      )}
      {isCash && !session ? (
        <OpenDrawer />
      ) : (
        <Approval
          scope="payment:refund"
          answer={t('till.act.refund')}
          problem={problem}
          isBusy={isBusy}
          isReady={share !== undefined}
          reasons={reasons.refund}
          onApprove={giveBack}
        />
      )}
    </Sheet>
  );
}

/** What is asked for; undefined where that is nothing. */
function askedOf(quantities: Readonly<Record<string, string>>, tip: number): RefundAsked | undefined {
  const lines = Object.entries(quantities).flatMap(([lineId, quantity]) =>
    Number(quantity) > 0 ? { lineId, quantity } : [],
  );
  if (lines.length === 0 && tip === 0) return undefined;
  return { ...(lines.length > 0 && { lines }), ...(tip > 0 && { tip }) };
}
