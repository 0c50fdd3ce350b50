import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { newClientId } from '@mycelium/client-kit/outbox/client-id';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import classes from './Floor.module.css';
import { type FloorOrder, SplitOrderDocument } from './floor.ts';
import { type By, checksOf, type DraftCheck, linesOf, seatsOf, splitInput } from './split-draft.ts';
import { useMoney } from './use-money.ts';

const MOST = 50;

/** How an order is split, with what each check would have before it is. */
export function SplitOrder({ order, onClose }: { order: FloorOrder; onClose: () => void }) {
  const { t } = useTranslation();
  const money = useMoney();
  const hasSeats = seatsOf(linesOf(order)).length > 1;
  const [by, setBy] = useState<By>(hasSeats ? 'BY_SEAT' : 'EVENLY');
  const [parts, setParts] = useState(2);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const split = useWrite(SplitOrderDocument);
  const checks = checksOf(order, { by, parts, taken });
  // The same ids when it is asked for again, so that nothing is split twice.
  const ids = useMemo(() => Array.from({ length: MOST }, () => newClientId(Date.now)), []);
  const isReady = checks.length > 1 && checks.every(({ lines }) => lines.length > 0);

  async function save() {
    let next = 0;
    const asked = { id: order.id, by, checks: splitInput(checks, by, () => ids[next++] ?? '') };
    const done = await split.write(asked);
    if (!done) return;
    const amounts = done.splitOrder.map(({ number, totals }) => `#${number} ${money(totals.due)}`);
    showDone(t('floor.splitDone', { checks: amounts.join(' · ') }));
    onClose();
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('floor.splitTitle', { order: order.number })}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
    >
      <Stack gap="md">
        <SegmentedControl
          size="lg"
          fullWidth
          aria-label={t('floor.splitBy')}
          value={by}
          onChange={(value) => setBy(value as By)}
          data={[
            { value: 'EVENLY', label: t('floor.by.EVENLY') },
            { value: 'BY_SEAT', label: t('floor.by.BY_SEAT'), disabled: !hasSeats },
            { value: 'BY_ITEM', label: t('floor.by.BY_ITEM') },
          ]}
        />
        {by === 'EVENLY' && (
          <NumberInput
            size="lg"
            label={t('floor.parts')}
            min={2}
            max={MOST}
            allowDecimal={false}
            value={parts}
            onChange={(value) => setParts(Math.min(MOST, Math.max(2, Number(value) || 2)))}
          />
        )}
        {by === 'BY_ITEM' && <Picker order={order} taken={taken} onChange={setTaken} />}
        <Text size="sm">{t('floor.kitchenKnows')}</Text>
        <div className={classes.checks}>
          {checks.map((check, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a check is its place
            <CheckPreview key={at} check={check} place={at} currency={order.totals.due.currency} />
          ))}
        </div>
        {split.problem && <Trouble problem={split.problem} />}
        <Group justify="flex-end" gap="sm">
          <Button size="lg" fz="md" variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button size="lg" fz="md" disabled={!isReady} loading={split.isBusy} onClick={() => void save()}>
            {t('floor.splitNow', { count: checks.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface PickerProps {
  order: FloorOrder;
  taken: ReadonlySet<string>;
  onChange: (taken: ReadonlySet<string>) => void;
}

function Picker({ order, taken, onChange }: PickerProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const money = useMoney();
  return (
    <Stack gap="xs">
      <Text size="sm">{t('floor.pick')}</Text>
      {linesOf(order).map((line) => (
        <button
          key={line.id}
          type="button"
          className={classes.pick}
          aria-pressed={taken.has(line.id)}
          onClick={() => onChange(toggled(taken, line.id))}
        >
          <span>
            {line.quantity} × {textIn(line.names, [i18n.language, ...languages])}
          </span>
          <span>{money(line.amount)}</span>
        </button>
      ))}
    </Stack>
  );
}

function toggled(taken: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(taken);
  if (!next.delete(id)) next.add(id);
  return next;
}

function CheckPreview({ check, place, currency }: { check: DraftCheck; place: number; currency: string }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const money = useMoney();
  const title =
    check.seat === undefined ? t('floor.check', { place: place + 1 }) : t('floor.seatNumber', { seat: check.seat });
  return (
    <section className={classes.check} aria-label={title}>
      <Title order={3}>{title}</Title>
      {check.due !== undefined && <Text fw={600}>{money({ amount: check.due, currency })}</Text>}
      {check.due === undefined && (
        <ul className={classes.lines}>
          {check.lines.map(({ line, isShared }) => (
            <li key={line.id} className={classes.line}>
              <span>
                {line.quantity} × {textIn(line.names, [i18n.language, ...languages])}
              </span>
              {isShared && <span>{t('floor.shared')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
