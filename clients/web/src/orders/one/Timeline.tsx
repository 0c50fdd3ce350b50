import { Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../money/money.ts';
import { dateFormat } from '../../words/formats.ts';
import type { Order } from '../orders.ts';
import classes from './Timeline.module.css';
import { type Deed, deedsOf } from './timeline.ts';

interface TimelineProps {
  order: Order;
  names: ReadonlyMap<string, string>;
  locale: string;
  nameOf: (personId: string) => string;
}

/** What was done to an order, in its order, by the clock of its location. */
export function Timeline({ order, names, locale, nameOf }: TimelineProps) {
  const { t, i18n } = useTranslation();
  const clock = dateFormat(i18n.language, { timeStyle: 'short', timeZone: order.location.timeZone });
  const whole = dateFormat(i18n.language, {
    ...{ dateStyle: 'medium', timeStyle: 'medium', timeZone: order.location.timeZone },
  });
  return (
    <section>
      <Title order={3} mb="xs">
        {t('orders.timeline')}
      </Title>
      <ol className={classes.deeds} aria-label={t('orders.timeline')}>
        {deedsOf(order).map((deed, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are in the order of their moments
          <li key={place}>
            <time dateTime={deed.at} title={whole.format(new Date(deed.at))}>
              {clock.format(new Date(deed.at))}
            </time>
            <span>
              {said(deed, t, locale, names)}
              {'by' in deed && deed.by && <span className={classes.by}>{` · ${nameOf(deed.by)}`}</span>}
              {'ticket' in deed && deed.kind === 'fired' && (
                <span className={classes.fires}>{firesText(deed.ticket, t, names)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function said(deed: Deed, t: TFunction, locale: string, names: ReadonlyMap<string, string>): string {
  switch (deed.kind) {
    case 'lineVoided':
      return t('orders.deed.lineVoided', { name: names.get(deed.lineId) ?? '', reason: deed.reason });
    case 'paid':
      return t('orders.deed.paid', { sum: formatMoney(deed.sum, locale) });
    case 'refunded':
      return t('orders.deed.refunded', { sum: formatMoney(deed.sum, locale), reason: deed.reason });
    case 'fired':
    case 'bumped':
    case 'ticketVoided':
      return t(`orders.deed.${deed.kind}`, { ticket: deed.ticket.number, station: deed.ticket.station.name });
    default:
      return t(`orders.deed.${deed.kind}`);
  }
}

function firesText({ fires }: Order['tickets'][number], t: TFunction, names: ReadonlyMap<string, string>): string {
  return fires
    .map(({ kind, difference, lineId }) => {
      const name = names.get(lineId) ?? '';
      return kind === 'ADD' ? `${difference} × ${name}` : t(`orders.fire.${kind}`, { difference, name });
    })
    .join(', ');
}
