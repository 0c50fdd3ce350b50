import { Checkbox, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { newClientId } from '@mycelium/client-kit/outbox/client-id';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAttemptId } from '../../graph/use-attempt-id.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { formatAmount, formatMoney, type Money, parseMoney } from '../../money/money.ts';
import type { Order } from '../orders.ts';
import { RefundDocument, RefundShareDocument } from '../write-order.ts';
import { leftToRefund, tipLeftToRefund } from './left-to-refund.ts';

type How = 'lines' | 'amount' | 'tip';

interface RefundFormProps {
  order: Order;
  names: ReadonlyMap<string, string>;
  locale: string;
  onDone: () => void;
}

/** Lines, an amount or a tip are given back with a reason; what that comes to with its taxes, and to whom it goes, stands there before. */
export function RefundForm({ order, names, locale, onDone }: RefundFormProps) {
  const { t } = useTranslation();
  const { id: orderId, currency, location } = order;
  const [how, setHow] = useState<How>('lines');
  const [quantities, setQuantities] = useState<Readonly<Record<string, string>>>({});
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const sessions = location.drawers.flatMap(({ name, openSession }) =>
    openSession ? [{ name, id: openSession.id }] : [],
  );
  const [sessionId, setSessionId] = useState(sessions[0]?.id ?? '');
  const [wasTried, setTried] = useState(false);
  const idOf = useAttemptId(() => newClientId(Date.now));
  const write = useWrite(RefundDocument);
  const left = leftToRefund(order);
  const tipLeft = tipLeftToRefund(order);

  const parsed = parseMoney(amount, currency);
  const lines = Object.entries(quantities).map(([lineId, quantity]) => ({
    lineId,
    quantity: quantity.replace(',', '.'),
  }));
  const asked =
    how === 'lines'
      ? lines.length > 0 && { lines }
      : typeof parsed !== 'string' && parsed.amount > 0 && { [how]: parsed.amount };
  const [{ data, error, fetching }] = useQuery({
    query: RefundShareDocument,
    variables: { id: orderId, ...(asked || {}) },
    pause: !asked,
    requestPolicy: 'network-only',
  });
  const share = asked && !error ? data?.order?.refundShare : undefined;
  const isCash = share?.tenders.some(({ tender }) => tender === 'CASH') ?? false;
  const mistakes = {
    reason: !reason.trim() && t('refusal.MISSING'),
    session: isCash && !sessionId && t('orders.noDrawer'),
  };

  async function save() {
    setTried(true);
    if (!asked || !share || mistakes.reason || mistakes.session) return undefined;
    const input = { orderId, reason, sessionId: isCash ? sessionId : null, ...asked };
    const saved = await write.write({ input: { id: idOf(input), ...input } });
    if (!saved) return undefined;
    showDone(t('orders.refundDone', { sum: formatMoney(both(saved.refund), locale) }));
    onDone();
    return saved;
  }

  const put = (lineId: string, quantity: string | undefined) => {
    const { [lineId]: _, ...others } = quantities;
    setQuantities(quantity === undefined ? others : { ...others, [lineId]: quantity });
  };
  return (
    <FormFrame
      write={write}
      label={t('orders.refund')}
      action={share ? t('orders.refundSum', { sum: formatMoney(both(share), locale) }) : t('orders.refund')}
      isReady={share != null && !fetching}
      onSave={save}
    >
      <SegmentedControl
        aria-label={t('orders.refundHow')}
        data={[
          { value: 'lines', label: t('orders.refundLines') },
          { value: 'amount', label: t('orders.refundAmount') },
          ...(tipLeft > 0 ? [{ value: 'tip', label: t('orders.refundTip') }] : []),
        ]}
        value={how}
        onChange={(value) => {
          setHow(value as How);
          setAmount(value === 'tip' ? formatAmount({ amount: tipLeft, currency }, locale) : '');
        }}
      />
      {how === 'lines' ? (
        <Stack gap="xs">
          {[...left].map(([lineId, rest]) => (
            <Group key={lineId} justify="space-between" wrap="nowrap">
              <Checkbox
                label={t('orders.refundLeft', { name: names.get(lineId) ?? '', left: rest })}
                checked={lineId in quantities}
                onChange={({ currentTarget }) =>
                  put(lineId, currentTarget.checked ? (rest === '1' ? '1' : firstOf(rest)) : undefined)
                }
              />
              {lineId in quantities && rest !== '1' && (
                <TextInput
                  w={80}
                  aria-label={t('orders.refundQuantity', { name: names.get(lineId) ?? '' })}
                  inputMode="decimal"
                  autoComplete="off"
                  value={quantities[lineId]}
                  onChange={({ currentTarget }) => put(lineId, currentTarget.value)}
                />
              )}
            </Group>
          ))}
          {left.size === 0 && <Text c="var(--quiet)">{t('orders.nothingLeft')}</Text>}
        </Stack>
      ) : (
        <TextInput
          label={t('orders.amount', { currency })}
          description={
            how === 'tip' && t('orders.tipLeft', { sum: formatMoney({ amount: tipLeft, currency }, locale) })
          }
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={amount !== '' && typeof parsed === 'string' && t(`mistake.${parsed}`)}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
      )}
      {asked && error && <Trouble problem={problemOf(error)} />}
      {share && (
        <section aria-label={t('orders.refundShare')}>
          <Facts>
            <Fact name={t('orders.givesBack')}>
              <strong>{formatMoney(both(share), locale)}</strong>
            </Fact>
            <Fact name={t('orders.taxesInIt')}>{formatMoney(share.tax, locale)}</Fact>
            {share.tenders.map(({ paymentId, tender, ...part }) => (
              <Fact key={paymentId} name={t(`orders.back.${tender}`)}>
                {formatMoney(both(part), locale)}
              </Fact>
            ))}
          </Facts>
        </section>
      )}
      {isCash && (
        <NativeSelect
          label={t('orders.drawer')}
          data={sessions.map(({ id, name }) => ({ value: id, label: name }))}
          value={sessionId}
          error={mistakes.session || write.mistakeAt('sessionId')}
          onChange={({ currentTarget }) => setSessionId(currentTarget.value)}
        />
      )}
      <TextInput
        label={t('orders.reason')}
        autoComplete="off"
        maxLength={200}
        value={reason}
        error={(wasTried && mistakes.reason) || write.mistakeAt('reason')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormFrame>
  );
}

/** What of the order and of its tip goes back. */
function both({ amount, tip }: Record<'amount' | 'tip', Money>): Money {
  return { ...amount, amount: amount.amount + tip.amount };
}

/** One of several; all of what is less than one. */
function firstOf(left: string): string {
  return Number(left) > 1 ? '1' : left;
}
