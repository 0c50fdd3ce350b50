import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { useNames } from '../log/use-names.ts';
import { Fact, Facts } from '../look/Facts.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { ExplainedTotals } from '../money/ExplainedTotals.tsx';
import { localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import { dateFormat } from '../words/formats.ts';
import { textIn } from '../words/text-in.ts';
import { Actions } from './one/Actions.tsx';
import { Lines } from './one/Lines.tsx';
import { Payments } from './one/Payments.tsx';
import { Timeline } from './one/Timeline.tsx';
import { type Order, OrderDocument } from './orders.ts';
import { moneyState, progressState } from './standing.ts';

/** One order: what is on it, what it comes to and why, and all that was done to it. */
export function Component() {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const { search } = useLocation();
  const asked = useThing({ query: OrderDocument, variables: { id: orderId } }, ({ order }) => order);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.orders')}
      titleOf={({ number, businessDate }) => t('orders.numberOf', { no: number, day: businessDate })}
      icon="receipt"
      historyOf={({ id }) => id}
      gone={{ title: t('orders.goneTitle'), text: t('orders.goneText') }}
      list={{ pathname: '/orders', search }}
    >
      {(order) => <Detail key={order.id} order={order} />}
    </ThingPanel>
  );
}

function Detail({ order }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const nameOf = useNames();
  const { channel, guests, note, progress, money, openedAt, voidReason, location, table, currency, server } = order;
  const locale = localeOf({ languages, currency });
  const names = new Map(order.lines.map((line) => [line.id, textIn(line.names, [i18n.language, ...languages])]));
  const opened = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone: location.timeZone });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <StateMark state={progressState[progress]} word={t(`orders.at.${progress}`)} />
        <StateMark state={moneyState[money]} word={t(`orders.is.${money}`)} />
      </Stack>
      <Facts>
        <Fact name={t('orders.location')}>{location.name}</Fact>
        <Fact name={t('orders.opened')}>{opened.format(new Date(openedAt))}</Fact>
        {server && <Fact name={t('orders.server')}>{server.name ?? nameOf(server.id)}</Fact>}
        <Fact name={t('orders.channel')}>{t(`channel.${channel}`)}</Fact>
        {table && <Fact name={t('orders.tableName')}>{table.name}</Fact>}
        {guests !== null && <Fact name={t('orders.guests')}>{guests}</Fact>}
        {note && <Fact name={t('orders.note')}>{note}</Fact>}
        {voidReason && <Fact name={t('orders.voidReason')}>{voidReason}</Fact>}
      </Facts>
      <Lines order={order} names={names} locale={locale} />
      {order.lines.length > 0 && <ExplainedTotals order={order} names={names} currency={currency} locale={locale} />}
      <Actions order={order} names={names} locale={locale} />
      {order.payments.length + order.refunds.length > 0 && (
        <Payments order={order} names={names} locale={locale} nameOf={nameOf} />
      )}
      <Timeline order={order} names={names} locale={locale} nameOf={nameOf} />
    </Stack>
  );
}
