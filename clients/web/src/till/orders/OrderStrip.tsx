import { Button } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import classes from './OrderStrip.module.css';
import { gradeOf, useStateWord } from './order-state.ts';
import { isDone } from './orders.ts';

interface OrderStripProps {
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
}

/** The open orders of the location, the oldest first, or the last ones that are done, the latest first; and the way to a new one. */
export function OrderStrip({ chosen, onChoose, onNew }: OrderStripProps) {
  const { t } = useTranslation();
  const { orders, allCarts } = useTill();
  const [isOnDone, toggle] = useToggle();
  const unsent = allCarts.filter(({ orderId, opening }) => opening && !orders.some(({ id }) => id === orderId));
  const open = orders.filter((order) => !isDone(order) || order.id === chosen);
  const shown = isOnDone ? orders.filter(isDone).toReversed() : open;
  return (
    <nav className={classes.strip} aria-label={t('till.view.orders')}>
      <Button className={classes.new} size="md" leftSection={<Icon name="plus" />} onClick={onNew}>
        {t('till.new')}
      </Button>
      <Button
        className={classes.new}
        size="md"
        variant={isOnDone ? 'light' : 'default'}
        aria-pressed={isOnDone}
        leftSection={<Icon name="receipt" />}
        onClick={() => toggle()}
      >
        {t('till.done')}
      </Button>
      {isOnDone && shown.length === 0 && <p className={classes.none}>{t('till.noneDone')}</p>}
      {!isOnDone &&
        unsent.map(({ orderId, opening, lines }) => (
          <button
            key={orderId}
            type="button"
            className={classes.card}
            aria-pressed={orderId === chosen}
            onClick={() => onChoose(orderId)}
          >
            <span className={classes.head}>{opening?.note || t('till.newOrder')}</span>
            <span className={classes.quiet}>
              {opening && t(`till.channel.${opening.channel}`)} · {t('till.items', { count: lines.length })}
            </span>
            <StateMark state="off" word={t('till.state.CART')} />
          </button>
        ))}
      {shown.map((order) => (
        <OrderCard key={order.id} order={order} isChosen={order.id === chosen} onChoose={() => onChoose(order.id)} />
      ))}
    </nav>
  );
}

function OrderCard({ order, isChosen, onChoose }: { order: ShownOrder; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const { money } = useTill();
  const stateWord = useStateWord();
  const facts = [
    order.table && t('till.table', { table: order.table }),
    order.note,
    (!order.table || order.channel !== 'DINE_IN') && t(`till.channel.${order.channel}`),
    order.guests && t('till.guests', { count: order.guests }),
  ];
  return (
    <button type="button" className={classes.card} aria-pressed={isChosen} onClick={onChoose}>
      <span className={classes.head}>
        <span>{order.number === undefined ? '–' : `#${order.number}`}</span>
        <span>{(order.isExact ? '' : '≈ ') + money(order.total)}</span>
      </span>
      <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
      <StateMark state={gradeOf(order)} word={stateWord(order)} />
    </button>
  );
}
