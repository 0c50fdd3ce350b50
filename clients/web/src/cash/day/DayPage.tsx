import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import type { Place } from '../../locations/use-places.ts';
import { Empty } from '../../look/Empty.tsx';
import filterRow from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import list from '../../look/List.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { PlacePage } from '../PlacePage.tsx';
import { Lines } from '../Sums.tsx';
import { useMoney } from '../use-money.ts';
import { DayLossesDocument } from './losses.ts';

/** What was voided, given away and discounted on a business day, whether or not a drawer was open. */
export function Component() {
  const { t } = useTranslation();
  return <PlacePage title={t('cash.losses')}>{(place) => <Day place={place} />}</PlacePage>;
}

function Day({ place }: { place: Place }) {
  const { t } = useTranslation();
  const money = useMoney();
  const [asked, setAsked] = useSearchParams();
  const day = asked.get('day') || null;
  const { data, problem, askAgain } = useLiveQuery({
    query: DayLossesDocument,
    variables: { locationId: place.id, businessDate: day },
    requestPolicy: 'cache-and-network',
  });
  const losses = data?.location?.losses;
  const choose = (chosen: string) => chosen && setAsked({ at: place.id, day: chosen }, { replace: true });
  return (
    <Stack gap="md" maw={880}>
      <div className={filterRow.filter}>
        <FilterText
          type="date"
          label={t('cash.businessDay')}
          value={day ?? losses?.businessDate ?? ''}
          onChange={choose}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!losses && !problem && <Waiting />}
      {losses?.orders.length === 0 && (
        <Empty icon="receipt" title={t('cash.noLossTitle')} text={t('cash.noLossText')} />
      )}
      {losses && losses.orders.length > 0 && (
        <>
          <Lines
            title={t('cash.notPaid')}
            lines={(['voids', 'comps', 'discounts', 'outside'] as const)
              .filter((key) => losses[key].count > 0)
              .map((key) => ({
                ...{ key, name: t(`cash.${key}`, { count: losses[key].count }), amount: losses[key].amount },
              }))}
          />
          <ul className={list.list} aria-label={t('cash.losses')}>
            {losses.orders.map(({ kind, order, items, reasons, amount, cashSession }) => (
              <li key={`${order.id} ${kind} ${cashSession?.id}`} className={list.row}>
                <Link to={`/orders/${order.id}`} className={list.name}>
                  {t('cash.lossOf', { kind: t(`cash.lossKind.${kind}`), no: order.number })}
                </Link>
                <span>
                  {items.join(', ')}
                  {reasons.length > 0 && <span className={list.quiet}> · {reasons.join(', ')}</span>}
                </span>
                <span className={list.figure}>{money(amount)}</span>
                <span className={list.quiet}>
                  {cashSession && t('cash.reportOf', { name: cashSession.drawer.name })}
                  {!cashSession && kind !== 'DISCOUNT' && t('cash.inNoReport')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
