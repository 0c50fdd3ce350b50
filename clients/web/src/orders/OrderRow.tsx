import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { formatMoney, localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import classes from './OrderRow.module.css';
import type { OrderInList } from './orders.ts';
import { moneyState, progressState } from './standing.ts';

export function OrderRow({ order }: { order: OrderInList }) {
  const { t } = useTranslation();
  const { languages, timeZone } = useTenant();
  const { orderId } = useParams();
  const { search } = useLocation();
  const { id, number, channel, note, progress, money, openedAt, totals, table } = order;
  const { total } = totals;
  const beside = [table && t('orders.table', { name: table.name }), t(`channel.${channel}`), note].filter(Boolean);
  return (
    <li className={`${list.row} ${classes.row}`} data-open={id === orderId || undefined}>
      <Link to={{ pathname: `/orders/${id}`, search }} className={list.name}>
        {t('orders.number', { no: number })}
      </Link>
      <span className={list.quiet}>
        {beside.join(' · ')} · <Moment at={openedAt} timeZone={timeZone} />
      </span>
      <StateMark state={progressState[progress]} word={t(`orders.at.${progress}`)} />
      <StateMark state={moneyState[money]} word={t(`orders.is.${money}`)} />
      <span className={`${list.figure} ${classes.total}`}>
        {formatMoney(total, localeOf({ languages, currency: total.currency }))}
      </span>
    </li>
  );
}
