import { useQuery, useSubscription } from 'urql';
import { OrderFeedDocument, OrdersPositionDocument, TicketsOfOrdersDocument } from './orders.ts';

/** Keeps the orders of a location right while they are shown, and what its kitchen has of them. */
export function useLiveOrders(locationId: string | undefined): void {
  const [{ data }] = useQuery({ query: OrdersPositionDocument, requestPolicy: 'network-only' });
  const variables = { locationId: locationId ?? '', after: data?.position ?? null };
  const pause = locationId === undefined || data === undefined;
  useSubscription({ query: OrderFeedDocument, variables, pause });
  useSubscription({ query: TicketsOfOrdersDocument, variables, pause });
}
