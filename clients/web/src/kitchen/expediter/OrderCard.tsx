import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import classes from '../screen/Ticket.module.css';
import { TicketRows } from '../screen/TicketRows.tsx';
import { useSaid } from '../screen/use-kitchen-now.ts';
import { heldCoursesOf, rowsOf } from '../tickets/rows.ts';
import { clockText, type Limits, type Waiting, waitingOf, waitingStates } from '../tickets/waiting.ts';
import type { KitchenOrder, OrderTicket } from './orders.ts';
import { type IsDone, isReady, type Part, partsOf } from './parts.ts';

interface OrderCardProps {
  order: KitchenOrder;
  isDone: IsDone;
  /** By the ids of stations; one that was removed has none. */
  limits: ReadonlyMap<string, Limits>;
  aheadMs: number;
  /** It has just become ready. */
  isFresh: boolean;
  /** Whether it can be said that something came late: not when somebody has moved the clock. */
  saysLate: boolean;
  onBump: (ticket: OrderTicket) => void;
  /** Where the viewer may say that the guests have it. */
  onServe: (() => void) | undefined;
}

/** An order as the expediter sees it: ready once every station is done. */
export function OrderCard({ order, isDone, limits, aheadMs, isFresh, saysLate, onBump, onServe }: OrderCardProps) {
  const { t } = useTranslation();
  const { number, channel, table, guests, note } = order;
  const parts = partsOf(order, isDone);
  const canGo = isReady(order, isDone);
  const name = t('kitchen.order', { order: number });
  return (
    <li
      className={classes.card}
      data-ready={canGo || undefined}
      data-fresh={isFresh || undefined}
      data-order={order.id}
    >
      <div className={classes.head}>
        <Text component="h3" className={classes.number}>
          {name}
        </Text>
        <StateMark state={canGo ? 'ok' : 'waiting'} word={t(canGo ? 'kitchen.ready' : 'kitchen.inKitchen')} />
      </div>
      <Text size="sm" className={classes.whose}>
        {[
          t(`channel.${channel}`),
          table && t('kitchen.table', { table: table.name }),
          guests && t('kitchen.guests', { count: guests }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {note && <Text className={classes.note}>{note}</Text>}
      {parts.map((part) => (
        <StationPart
          key={part.station.id}
          part={part}
          order={order}
          limits={limits.get(part.station.id)}
          aheadMs={aheadMs}
          saysLate={saysLate}
          onBump={onBump}
        />
      ))}
      {heldCoursesOf(order).map((course) => (
        <Text key={course} size="sm" className={classes.held}>
          <Icon name="clock" size={14} /> {t('kitchen.heldCourse', { course })}
        </Text>
      ))}
      {canGo && onServe && (
        <Button
          fullWidth
          size="lg"
          className={classes.bump}
          aria-label={t('kitchen.serveOf', { order: name })}
          onClick={onServe}
        >
          {t('kitchen.serve')}
        </Button>
      )}
    </li>
  );
}

const UNLIMITED: Limits = { warnAfterSeconds: Number.POSITIVE_INFINITY, lateAfterSeconds: Number.POSITIVE_INFINITY };

interface StationPartProps extends Pick<OrderCardProps, 'order' | 'aheadMs' | 'saysLate' | 'onBump'> {
  part: Part;
  limits: Limits | undefined;
}

/** What one station has of it, and whether it is done. */
function StationPart({ part, order, limits = UNLIMITED, aheadMs, saysLate, onBump }: StationPartProps) {
  const { t } = useTranslation();
  const { station, tickets, open } = part;
  const [first] = open;
  const firedAt = first?.firedAt ?? '';
  const said = useSaid((now) => `${waitingOf(firedAt, now, limits)} ${clockText(now - Date.parse(firedAt))}`, aheadMs);
  const [waiting, text] = said.split(' ') as [Waiting, string];
  const all = order.tickets.map((ticket) => ({ ...ticket, order, recalledAt: null }));
  const word = waiting === 'FRESH' ? '' : `${t(`kitchen.wait.${waiting}`)} `;
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <Text component="h4" fw={600}>
          {station.name}
        </Text>
        {first ? (
          <StateMark state={waiting === 'FRESH' ? 'waiting' : waitingStates[waiting]} word={`${word}${text}`} />
        ) : (
          <StateMark state="ok" word={t('kitchen.done')} />
        )}
      </div>
      {tickets.map((ticket) => (
        <div key={ticket.id} data-done={!open.includes(ticket) || undefined} className={classes.told}>
          <TicketRows rows={rowsOf({ ...ticket, order, recalledAt: null }, all)} saysLate={saysLate} />
          {open.includes(ticket) && (
            <Button
              fullWidth
              size="md"
              variant="default"
              mt="xs"
              mih={48}
              aria-label={t('kitchen.bumpAt', {
                order: t('kitchen.order', { order: order.number }),
                station: station.name,
              })}
              onClick={() => onBump(ticket)}
            >
              {t(ticket.toMake ? 'kitchen.bump' : 'kitchen.note')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
