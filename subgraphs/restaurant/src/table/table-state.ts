import { Conflict } from '@mycelium/kit/errors';
import { registerEnumType } from 'type-graphql';
import type { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import type { Table } from './table.ts';

export enum TableState {
  FREE = 'FREE',
  SEATED = 'SEATED',
  ORDERED = 'ORDERED',
  BILL = 'BILL',
  DIRTY = 'DIRTY',
}
registerEnumType(TableState, {
  name: 'TableState',
  description: 'What goes on at a table.',
  valuesConfig: {
    FREE: { description: 'Guests may sit down.' },
    SEATED: { description: 'Guests sit there, and nothing was sent to the kitchen yet.' },
    ORDERED: { description: 'Something was sent to the kitchen.' },
    BILL: { description: 'The guests wait for the bill, or have paid all of it.' },
    DIRTY: { description: 'The guests have left, and it is to be cleaned.' },
  },
});

type Marks = Pick<Table, 'seatedAt' | 'billAt' | 'dirtyAt'>;
type Ordered = Pick<Order, 'progress' | 'openedAt' | 'total' | 'paid'>;

/** Whether an order that was opened at a table is of those who sit there now: something of it is to be paid, or they were there before it. */
export function isOfParty({ seatedAt }: Marks, order: Ordered): boolean {
  if (order.progress === OrderProgress.VOID) return false;
  return isToPay(order) || (seatedAt != null && order.openedAt >= seatedAt);
}

export function isToPay({ progress, total, paid }: Ordered): boolean {
  return progress !== OrderProgress.VOID && total > paid;
}

/** What goes on at a table, by its marks and the orders of those who sit there: where something is to be paid it is never free. */
export function tableStateOf({ seatedAt, billAt, dirtyAt }: Marks, orders: readonly Ordered[]): TableState {
  if (!seatedAt && orders.length === 0) return dirtyAt ? TableState.DIRTY : TableState.FREE;
  const isPaid = orders.some(({ paid }) => paid > 0) && !orders.some(isToPay);
  if (billAt || isPaid) return TableState.BILL;
  return orders.some(({ progress }) => progress !== OrderProgress.DRAFT) ? TableState.ORDERED : TableState.SEATED;
}

/** Throws unless the table is in one of these states; says in which it is. */
export function checkTableState(state: TableState, ...wanted: readonly TableState[]): void {
  if (!wanted.includes(state)) throw new Conflict(`This table is ${state}.`, { reason: 'TABLE_STATE', state });
}
