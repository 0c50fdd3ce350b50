import { Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import { useStation } from '../../station/use-station.ts';
import type { CartLine } from '../cart/carts.ts';
import { sendCart } from '../cart/send-cart.ts';
import { ItemChoices } from '../menu/ItemChoices.tsx';
import { itemById } from '../menu/offered.ts';
import { PayPanel } from '../pay/PayPanel.tsx';
import { Receipt } from '../pay/Receipt.tsx';
import { shownLine } from '../shown/shown-orders.ts';
import { OrderTable } from '../tables/OrderTable.tsx';
import { useTill } from '../use-till.ts';
import { LineActions } from './LineActions.tsx';
import { LineRow } from './LineRow.tsx';
import { OrderActions } from './OrderActions.tsx';
import classes from './OrderPanel.module.css';
import { gradeOf, useStateWord } from './order-state.ts';
import { isDone } from './orders.ts';
import { RefundSheet } from './RefundSheet.tsx';
import { SplitSheet } from './SplitSheet.tsx';
import { Totals } from './Totals.tsx';

/** The order that is being taken: its lines, what it comes to, and what is done with it next. */
export function OrderPanel({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const station = useStation();
  const { location, newId, enqueue } = station;
  const { menu, tables, orders, carts, cartOf } = useTill();
  const stateWord = useStateWord();
  const [asked, setAsked] = useState<CartLine>();
  const [lineId, setLineId] = useState<string>();
  const [isPaying, pay] = useDisclosure();
  const [isActing, acts] = useDisclosure();
  const [isReceipt, receipt] = useDisclosure();
  const [isSplitting, split] = useDisclosure();
  const [isRefunding, refund] = useDisclosure();
  const order = orders.find(({ id }) => id === orderId);
  const cart = cartOf(orderId);
  const sent = new Set(order?.lines.map(({ id }) => id));
  const unsent = cart?.lines.filter(({ id }) => !sent.has(id)) ?? [];
  const cartLines = unsent.map((line) => ({ line, shown: shownLine(line, { menu, tables, location }) }));
  const more = cartLines.reduce((sum, { shown }) => sum + shown.amount, 0);
  const channel = order?.channel ?? cart?.opening?.channel;
  const chosenLine = order?.lines.find(({ id }) => id === lineId);
  const askedItem = asked && menu && itemById(menu, asked.itemId);
  const isDraft = order?.progress === 'DRAFT' && order.lines.some(({ isVoid }) => !isVoid);
  const canSend = cartLines.length > 0 || isDraft;
  const isMovable = channel === 'DINE_IN' && (!order || !isDone(order));
  const isOpen = order ? order.money === 'OPEN' || order.money === 'PARTLY_PAID' : true;

  async function send() {
    if (cartLines.length > 0) return sendCart(station, carts, orderId, 'PLACE');
    return enqueue({ key: `${orderId} placed`, order: orderId, operation: 'placeOrder', variables: { id: orderId } });
  }
  async function goPay() {
    if (canSend && !(await send())) return;
    pay.open();
  }
  /** An order that is not opened yet is opened there; another one moves, with what waits in the kitchen. */
  function sitAt(tableId: string) {
    if (order)
      return enqueue({ key: newId(), order: orderId, operation: 'moveOrder', variables: { id: orderId, tableId } });
    return carts.change(orderId, (now) => ({ ...now, ...(now.opening && { opening: { ...now.opening, tableId } }) }));
  }
  function forget() {
    carts.change(orderId, () => undefined);
    onClose();
  }
  function setLine(line: CartLine, next: CartLine | undefined) {
    carts.change(orderId, (known) => ({
      ...known,
      lines: known.lines.flatMap((each) => (each.id === line.id ? (next ?? []) : each)),
    }));
  }

  return (
    <div className={classes.panel}>
      <header className={classes.head}>
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>
            {order?.number === undefined
              ? order
                ? t('till.unnumbered')
                : t('till.newOrder')
              : t('till.order', { order: order.number })}
          </Title>
          <CloseButton size="xl" aria-label={t('action.close')} onClick={onClose} />
        </Group>
        <Text size="sm" c="var(--quiet)">
          {[
            !isMovable && order?.table && t('till.table', { table: order.table }),
            channel && t(`till.channel.${channel}`),
            order?.note ?? cart?.opening?.note,
            (order?.guests ?? cart?.opening?.guests) &&
              t('till.guests', { count: order?.guests ?? cart?.opening?.guests ?? 0 }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group justify="space-between" gap="sm">
          {order ? (
            <StateMark state={gradeOf(order)} word={stateWord(order)} />
          ) : (
            <StateMark state="off" word={t('till.state.CART')} />
          )}
          {isMovable && (
            <OrderTable
              tableId={order ? (order.tableId ?? undefined) : cart?.opening?.tableId}
              onChoose={(tableId) => void sitAt(tableId)}
            />
          )}
        </Group>
      </header>
      <ul className={classes.lines}>
        {order?.lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            isExact={line.known !== undefined}
            onTap={line.known ? () => setLineId(line.id) : undefined}
          />
        ))}
        {cartLines.length > 0 && order && <li className={classes.fresh}>{t('till.notSent')}</li>}
        {cartLines.map(({ line, shown }) => (
          <LineRow
            key={line.id}
            line={shown}
            isExact
            onTap={() => setAsked(line)}
            onLess={() => setLine(line, line.quantity > 1 ? { ...line, quantity: line.quantity - 1 } : undefined)}
          />
        ))}
      </ul>
      <Totals order={order} more={more} />
      <div className={classes.actions}>
        <Button size="lg" disabled={!canSend} onClick={() => void send()}>
          {t('till.send')}
        </Button>
        {order && !isOpen ? (
          <Button size="lg" variant="default" onClick={receipt.open}>
            {t('till.receipt')}
          </Button>
        ) : (
          <Button size="lg" variant="light" disabled={!order && cartLines.length === 0} onClick={() => void goPay()}>
            {t('till.pay')}
          </Button>
        )}
        {order ? (
          <Button size="lg" variant="default" onClick={acts.open}>
            {t('till.actions')}
          </Button>
        ) : (
          <Button size="lg" variant="default" color="red" onClick={forget}>
            {t('till.forget')}
          </Button>
        )}
        <Button
          size="lg"
          variant="default"
          disabled={cartLines.length === 0 && !cart?.opening}
          onClick={() => void sendCart(station, carts, orderId, 'KEEP')}
        >
          {t('till.keep')}
        </Button>
      </div>
      {asked && askedItem && (
        <ItemChoices
          item={askedItem}
          line={asked}
          newLineId={newId}
          onDone={(next) => {
            setLine(asked, next);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {order && chosenLine && <LineActions order={order} line={chosenLine} onClose={() => setLineId(undefined)} />}
      {order && isActing && (
        <OrderActions
          order={order}
          onReceipt={receipt.open}
          onSplit={split.open}
          onRefund={refund.open}
          onClose={acts.close}
        />
      )}
      {order?.known && isSplitting && <SplitSheet order={order.known} onClose={split.close} />}
      {order?.known && isRefunding && <RefundSheet order={order.known} onClose={refund.close} />}
      {order && isPaying && <PayPanel order={order} onReceipt={receipt.open} onClose={pay.close} />}
      {order && isReceipt && <Receipt order={order} onClose={receipt.close} />}
    </div>
  );
}
