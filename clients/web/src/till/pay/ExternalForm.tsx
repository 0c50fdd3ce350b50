import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExternalTender } from '../../generated/graphql.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { formatAmount, localeOf, parseMoney } from '../../money/money.ts';
import { useStation } from '../../station/use-station.ts';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useNetwork } from '../use-network.ts';
import { useTill } from '../use-till.ts';
import { TillExternalDocument } from './sessions.ts';

const KINDS: readonly ExternalTender[] = ['VOUCHER', 'DELIVERY_PLATFORM', 'OTHER'];

/** Notes what another system took, such as a voucher; it takes the network, since a voucher is worth nothing twice. */
export function ExternalForm({ order, sessionId }: { order: ShownOrder; sessionId: string | undefined }) {
  const { t } = useTranslation();
  const { who, location, write, newId } = useStation();
  const { learn } = useTill();
  const hasNetwork = useNetwork();
  const { currency } = location;
  const locale = localeOf({ languages: who.tenant.languages, currency });
  const [id, setId] = useState(newId);
  const [kind, setKind] = useState<ExternalTender>('VOUCHER');
  const [reference, setReference] = useState('');
  const [text, setText] = useState(() => formatAmount({ amount: order.due, currency }, locale));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const paid = parseMoney(text, currency);
  const isOff = !hasNetwork || !order.isExact;

  async function take() {
    if (typeof paid === 'string') return;
    setBusy(true);
    const named = reference.trim() || null;
    const input = { id, orderId: order.id, amount: paid.amount, kind, reference: named, sessionId: sessionId ?? null };
    const { data, error } = await write(TillExternalDocument, { input });
    setBusy(false);
    setProblem(error && problemOf(error));
    if (!data?.recordExternal.order) return;
    setId(newId());
    setReference('');
    setText(formatAmount(data.recordExternal.order.totals.due, locale));
    learn(data.recordExternal.order);
  }

  return (
    <>
      {isOff && <Text c="var(--attention)">{t(hasNetwork ? 'till.needsSending' : 'till.needsNetwork')}</Text>}
      <SegmentedControl
        fullWidth
        size="md"
        value={kind}
        onChange={(next) => setKind(KINDS.find((each) => each === next) ?? 'OTHER')}
        data={KINDS.map((value) => ({ value, label: t(`till.external.${value}`) }))}
      />
      <TextInput
        size="lg"
        label={t('till.reference')}
        value={reference}
        maxLength={100}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
      />
      <TextInput
        size="lg"
        inputMode="decimal"
        label={t('till.amount')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {problem && <Trouble problem={problem} />}
      <Button
        size="xl"
        fz="lg"
        disabled={isOff || typeof paid === 'string' || paid.amount <= 0}
        loading={isBusy}
        onClick={() => void take()}
      >
        {t('till.takeExternal')}
      </Button>
    </>
  );
}
