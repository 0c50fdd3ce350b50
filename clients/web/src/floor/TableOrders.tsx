import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import classes from './Floor.module.css';
import { type FloorOrder, type FloorTable, MergeOrdersDocument } from './floor.ts';
import { SplitOrder } from './SplitOrder.tsx';
import { useMoney } from './use-money.ts';
import { withParts } from './with-parts.ts';

/** The orders of those who sit at a table: what is on them, and how they are put together, split and moved. */
export function TableOrders({ table }: { table: FloorTable }) {
  const { t } = useTranslation();
  const mayOrder = useMay('order:write');
  const merge = useWrite(MergeOrdersDocument, showTrouble);
  const open = table.orders.filter(({ totals }) => totals.due.amount > 0);
  const [first, ...others] = open;
  const numbers = open.map(({ number }) => `#${number}`).join(', ');
  const sum = useMoney();

  async function putTogether() {
    if (!first) return;
    const done = await merge.write({ id: first.id, orderIds: others.map(({ id }) => id) });
    if (done) showDone(t('floor.merged', { order: first.number }));
  }

  return (
    <>
      <ul className={classes.orders} aria-label={t('floor.orders')}>
        {table.orders.map((order) => (
          <TableOrder key={order.id} order={order} table={table} />
        ))}
      </ul>
      {mayOrder && first && others.length > 0 && (
        <Confirm
          label={t('floor.merge')}
          question={t('floor.mergeQuestion', { numbers })}
          text={t('floor.mergeText', {
            order: first.number,
            price: sum({
              amount: open.reduce((all, { totals }) => all + totals.due.amount, 0),
              currency: first.totals.due.currency,
            }),
          })}
          answer={t('floor.merge')}
          onConfirm={putTogether}
        />
      )}
    </>
  );
}

function TableOrder({ order, table }: { order: FloorOrder; table: FloorTable }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const money = useMoney();
  const mayOrder = useMay('order:write');
  const mayServe = useMay('floor:write');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isSplitting, setSplitting] = useState(false);
  const lines = order.lines.filter(({ voidedAt }) => !voidedAt);
  const moving = withParts(search, { move: table.id, order: order.id, to: undefined });
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Title order={3}>{t('floor.orderNumber', { order: order.number })}</Title>
        <span>
          {t(order.totals.due.amount > 0 ? 'floor.due' : 'floor.paid', {
            price: money(order.totals.due.amount > 0 ? order.totals.due : order.totals.total),
          })}
        </span>
      </Group>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <span>
              {line.quantity} × {textIn(line.names, [i18n.language, ...languages])}
              {line.seat != null && ` · ${t('floor.seatNumber', { seat: line.seat })}`}
            </span>
            <span>{money(line.amount)}</span>
          </li>
        ))}
      </ul>
      {order.totals.due.amount > 0 && (
        <Group gap="sm">
          {mayOrder && lines.length > 0 && (
            <Button size="lg" fz="md" variant="default" onClick={() => setSplitting(true)}>
              {t('split.start')}
            </Button>
          )}
          {mayServe && table.orders.length > 1 && (
            <Button
              size="lg"
              fz="md"
              variant="default"
              onClick={() => void navigate({ pathname: '/floor', search: moving.toString() })}
            >
              {t('floor.moveOrder')}
            </Button>
          )}
        </Group>
      )}
      {isSplitting && <SplitOrder order={order} onClose={() => setSplitting(false)} />}
    </li>
  );
}
