import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { OrderFilters } from './OrderFilters.tsx';
import { OrderRow } from './OrderRow.tsx';
import { filterIn } from './order-filter.ts';
import { OrdersDocument } from './orders.ts';
import { useLiveOrders } from './use-live-orders.ts';
import { useOrderPlaces } from './use-order-places.ts';

/** The orders of a location, the latest first, and one of them beside the list. */
export function Component() {
  const { t } = useTranslation();
  const { places, place, problem, askAgain, search, put } = useOrderPlaces();
  return (
    <>
      <PageHead title={t('area.orders')} />
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!places && !problem && <Waiting shape={['filter', 'list']} />}
          {places?.length === 0 && (
            <Empty icon="receipt" title={t('orders.noLocationTitle')} text={t('orders.noLocationText')} />
          )}
          {places && place && (
            <>
              <OrderFilters places={places} place={place} search={search} onPut={put} />
              <List locationId={place.id} search={search} />
            </>
          )}
        </div>
        <Outlet />
      </div>
    </>
  );
}

function List({ locationId, search }: { locationId: string; search: URLSearchParams }) {
  const { t } = useTranslation();
  const filter = filterIn(search);
  useLiveOrders(locationId);
  const orders = useLivePages({
    ask: (after) => ({ query: OrdersDocument, variables: { locationId, filter, after } }),
    read: (data) => data.orders,
  });
  const empty = Object.keys(filter).length > 0 ? 'nothing' : 'empty';
  return (
    <LivePages
      pages={orders}
      label={t('area.orders')}
      empty={<Empty icon="receipt" title={t(`orders.${empty}Title`)} text={t(`orders.${empty}Text`)} />}
      row={(order) => <OrderRow order={order} />}
    />
  );
}
