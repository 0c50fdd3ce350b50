import { Button, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { grades } from '../../look/state.ts';
import { heldCoursesOf, rowsOf } from '../tickets/rows.ts';
import type { Ticket } from '../tickets/tickets.ts';
import { clockText, type Limits, minutesLate, type Waiting, waitingOf, waitingStates } from '../tickets/waiting.ts';
import classes from './Ticket.module.css';
import { TicketRows } from './TicketRows.tsx';
import { useSaid } from './use-kitchen-now.ts';

interface TicketCardProps {
  ticket: Ticket;
  /** All that are known of its station: later ones take off what this one says. */
  others: readonly Ticket[];
  /** From 1: the key that is done with it, up to 9. */
  place: number;
  limits: Limits;
  aheadMs: number;
  isFresh: boolean;
  /** Whether it can be said that an order came late: not when somebody has moved the clock. */
  saysLate: boolean;
  onBump: () => void;
}

/** What a station was sent at once: whose it is, how long it waits, and what is to be made. */
export function TicketCard({ ticket, others, place, limits, aheadMs, isFresh, saysLate, onBump }: TicketCardProps) {
  const { t } = useTranslation();
  const { firedAt, mark, order, toMake, recalledAt } = ticket;
  const waiting = useSaid(
    useCallback((now: number) => waitingOf(firedAt, now, limits), [firedAt, limits]),
    aheadMs,
  ) as Waiting;
  const late = saysLate ? minutesLate(order.id, order.openedAt) : undefined;
  const name = t('kitchen.order', { order: order.number });
  return (
    <li
      className={classes.card}
      data-waiting={waiting}
      data-fresh={isFresh || undefined}
      data-notice={!toMake || undefined}
      data-ticket={ticket.id}
    >
      <div className={classes.head}>
        <Text component="h3" className={classes.number}>
          {name}
        </Text>
        {place <= 9 && (
          <kbd className={classes.key} title={t('kitchen.key', { place })}>
            {place}
          </kbd>
        )}
        <Timer firedAt={firedAt} waiting={waiting} aheadMs={aheadMs} />
      </div>
      <Text size="sm" className={classes.whose}>
        {[
          t(`channel.${order.channel}`),
          order.table && t('kitchen.table', { table: order.table.name }),
          order.guests && t('kitchen.guests', { count: order.guests }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {order.note && <Text className={classes.note}>{order.note}</Text>}
      <div className={classes.marks}>
        {mark && mark !== 'ADD' && <span className={classes.mark}>{t(`kitchen.mark.${mark}`)}</span>}
        {recalledAt && <span className={classes.mark}>{t('kitchen.recalled')}</span>}
        {late !== undefined && <span className={classes.mark}>{t('kitchen.cameLate', { count: late })}</span>}
      </div>
      <TicketRows rows={rowsOf(ticket, others)} saysLate={saysLate} />
      {heldCoursesOf(order).map((course) => (
        <Text key={course} size="sm" className={classes.held}>
          <Icon name="clock" size={14} /> {t('kitchen.heldCourse', { course })}
        </Text>
      ))}
      <Button
        fullWidth
        size="lg"
        className={classes.bump}
        variant={toMake ? 'filled' : 'outline'}
        color={toMake ? undefined : 'red'}
        aria-label={t(toMake ? 'kitchen.bumpOf' : 'kitchen.noteOf', { order: name })}
        onClick={onBump}
      >
        {t(toMake ? 'kitchen.bump' : 'kitchen.note')}
      </Button>
    </li>
  );
}

/** How long it waits, and what that is called. */
function Timer({ firedAt, waiting, aheadMs }: { firedAt: string; waiting: Waiting; aheadMs: number }) {
  const { t } = useTranslation();
  const text = useSaid(
    useCallback((now: number) => clockText(now - Date.parse(firedAt)), [firedAt]),
    aheadMs,
  );
  const { icon } = grades[waitingStates[waiting]];
  return (
    <span className={classes.timer} role="timer">
      <Icon name={waiting === 'FRESH' ? 'clock' : icon} size={18} />
      {waiting !== 'FRESH' && <span className={classes.word}>{t(`kitchen.wait.${waiting}`)}</span>}
      <time dateTime={firedAt}>{text}</time>
    </span>
  );
}
