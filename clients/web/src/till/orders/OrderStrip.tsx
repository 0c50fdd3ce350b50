import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useTill } from '../use-till.ts';
import classes from './OrderStrip.module.css';
import { gradeOf, useStateWord } from './order-state.ts';
import { isDone } from './orders.ts';

interface OrderStripProps {
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
}

/** The open orders of the location, the oldest first, and the way to a new one. */
export function OrderStrip({ chosen, onChoose, onNew }: OrderStripProps) {
  const { t } = useTranslation();
  const { orders, allCarts, money } = useTill();
  const stateWord = useStateWord();
  const unsent = allCarts.filter(({ orderId, opening }) => opening && !orders.some(({ id }) => id === orderId));
  return (
    <nav className={classes.strip} aria-label={t('till.view.orders')}>
      <Button className={classes.new} size="md" leftSection={<Icon name="plus" />} onClick={onNew}>
        {t('till.new')}
      </Button>
      {unsent.map(({ orderId, opening, lines }) => (
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
      {orders
        .filter((order) => !isDone(order) || order.id === chosen)
        .map((order) => (
          <button
            key={order.id}
            type="button"
            className={classes.card}
            aria-pressed={order.id === chosen}
            onClick={() => onChoose(order.id)}
          >
            <span className={classes.head}>
              <span>{order.number === undefined ? '–' : `#${order.number}`}</span>
              <span>{(order.isExact ? '' : '≈ ') + money(order.total)}</span>
            </span>
            <span className={classes.quiet}>
              {[
                order.note,
                t(`till.channel.${order.channel}`),
                order.guests && t('till.guests', { count: order.guests }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <StateMark state={gradeOf(order)} word={stateWord(order)} />
          </button>
        ))}
    </nav>
  );
}
