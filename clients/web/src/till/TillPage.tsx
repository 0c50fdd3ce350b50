import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../look/Trouble.tsx';
import { formatMoney, localeOf } from '../money/money.ts';
import { useKept } from '../station/kept/use-kept.ts';
import { useStation } from '../station/use-station.ts';
import { isDone, ordersAt } from './orders/orders.ts';

/** What a till shows: the orders of its location. */
export function TillPage() {
  const { t } = useTranslation();
  const { location, who } = useStation();
  const source = useMemo(() => ordersAt(location.id), [location.id]);
  const { value, problem } = useKept(source);
  const locale = localeOf({ languages: who.tenant.languages, currency: location.currency });
  return (
    <>
      {problem && !value && <Trouble problem={problem} />}
      <ul>
        {value?.orders
          .filter((order) => !isDone(order))
          .map(({ id, number, channel, totals }) => (
            <li key={id}>
              {t('till.order', { number })} · {t(`till.channel.${channel}`)} · {formatMoney(totals.total, locale)}
            </li>
          ))}
      </ul>
    </>
  );
}
