import type { KitchenOrder, OrderTicket } from './orders.ts';

export type IsDone = (ticket: OrderTicket) => boolean;

/** What a station has of an order. */
export interface Part {
  station: OrderTicket['station'];
  /** What it was sent, also what it is done with; without what is void. */
  tickets: readonly OrderTicket[];
  /** What it still has to do something about, the oldest first. */
  open: readonly OrderTicket[];
}

/** Whether an order can go out: every station is done with what is to be made of it. */
export function isReady(order: KitchenOrder, isDone: IsDone): boolean {
  return order.progress === 'READY' && partsOf(order, isDone).every(({ open }) => open.every(({ toMake }) => !toMake));
}

/** An order by station, in the order in which they heard of it. */
export function partsOf({ tickets }: KitchenOrder, isDone: IsDone): Part[] {
  const there = tickets.filter(({ voidedAt }) => !voidedAt);
  return [...Map.groupBy(there, ({ station }) => station.id).values()].flatMap((ofStation) => {
    const [first] = ofStation;
    return first
      ? [{ station: first.station, tickets: ofStation, open: ofStation.filter((each) => !isDone(each)) }]
      : [];
  });
}
