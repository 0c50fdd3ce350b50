import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, localeOf, parseMoney } from '../../money/money.ts';
import { useStation } from '../../station/use-station.ts';
import { quickAmounts, type ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';

interface CashFormProps {
  order: ShownOrder;
  sessionId: string;
  /** What is to be given back. */
  onTaken: (change: number) => void;
}

/** What was handed over, with quick amounts; it says what is given back. */
export function CashForm({ order, sessionId, onTaken }: CashFormProps) {
  const { t } = useTranslation();
  const { who, location, enqueue, newId } = useStation();
  const { money } = useTill();
  const { currency } = location;
  const locale = localeOf({ languages: who.tenant.languages, currency });
  // The same tap twice is one payment.
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const [tipText, setTipText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const handed = parseMoney(text, currency);
  const given = tipText.trim() === '' ? { amount: 0 } : parseMoney(tipText, currency);
  const tip = typeof given === 'string' ? undefined : given.amount;
  const tendered = typeof handed === 'string' ? undefined : handed.amount;
  const left = tendered === undefined || tip === undefined ? undefined : tendered - tip - order.due;
  const isTaken = tendered !== undefined && tip !== undefined && tendered > tip;

  async function take() {
    if (!isTaken || isBusy) return;
    setBusy(true);
    const input = { id, orderId: order.id, tendered, tip, sessionId };
    const isKept = await enqueue({ key: id, order: order.id, operation: 'recordCash', variables: { input } });
    setBusy(false);
    if (isKept) onTaken(Math.max(0, left ?? 0));
  }
  const write = (amount: number) => setText(formatAmount({ amount, currency }, locale));

  return (
    <>
      <Group gap="sm">
        {quickAmounts(order.due + (tip ?? 0), currency).map((amount) => (
          <Button key={amount} size="lg" variant="default" onClick={() => write(amount)}>
            {money(amount)}
          </Button>
        ))}
      </Group>
      <TextInput
        size="xl"
        inputMode="decimal"
        label={t('till.handed')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
      <TextInput
        size="lg"
        inputMode="decimal"
        label={t('till.total.tip')}
        value={tipText}
        onChange={({ currentTarget }) => setTipText(currentTarget.value)}
      />
      <Text fz="lg" fw={600} aria-live="polite">
        {left === undefined
          ? ' '
          : left >= 0
            ? t('till.changeIs', { sum: money(left) })
            : t('till.stillDue', { sum: money(-left) })}
      </Text>
      <Button size="xl" fz="lg" disabled={!isTaken} loading={isBusy} onClick={() => void take()}>
        {t('till.takeCash')}
      </Button>
    </>
  );
}
