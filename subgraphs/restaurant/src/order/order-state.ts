import { Conflict } from '@mycelium/kit/errors';
import { registerEnumType } from 'type-graphql';

export enum OrderProgress {
  DRAFT = 'DRAFT',
  PLACED = 'PLACED',
  IN_KITCHEN = 'IN_KITCHEN',
  READY = 'READY',
  SERVED = 'SERVED',
  VOID = 'VOID',
}
registerEnumType(OrderProgress, {
  name: 'OrderProgress',
  description: 'How far an order is.',
  valuesConfig: {
    DRAFT: { description: 'It is being taken.' },
    PLACED: { description: 'It is to be made.' },
    IN_KITCHEN: { description: 'Something of it is being made.' },
    READY: { description: 'All of it is made.' },
    SERVED: { description: 'The guests have it.' },
    VOID: { description: 'Nothing of it is sold.' },
  },
});

export enum OrderMoney {
  OPEN = 'OPEN',
  PARTLY_PAID = 'PARTLY_PAID',
  PAID = 'PAID',
  PARTLY_REFUNDED = 'PARTLY_REFUNDED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(OrderMoney, { name: 'OrderMoney', description: 'How much of an order is paid.' });

export enum OrderState {
  DRAFT = 'DRAFT',
  PLACED = 'PLACED',
  IN_KITCHEN = 'IN_KITCHEN',
  READY = 'READY',
  SERVED = 'SERVED',
  PAID = 'PAID',
  VOID = 'VOID',
}
registerEnumType(OrderState, {
  name: 'OrderState',
  description: 'Progress and money in one word, for who wants no more: PAID once all of it was paid.',
});

/** The steps that progress may take. What is paid goes on being made; what is voided stays so. */
export const nextProgress: Record<OrderProgress, readonly OrderProgress[]> = {
  DRAFT: [OrderProgress.PLACED, OrderProgress.VOID],
  PLACED: [OrderProgress.IN_KITCHEN, OrderProgress.READY, OrderProgress.VOID],
  IN_KITCHEN: [OrderProgress.READY, OrderProgress.PLACED, OrderProgress.VOID],
  READY: [OrderProgress.SERVED, OrderProgress.IN_KITCHEN, OrderProgress.VOID],
  SERVED: [OrderProgress.IN_KITCHEN, OrderProgress.VOID],
  VOID: [],
};

interface Stated {
  progress: OrderProgress;
  money: OrderMoney;
}

const unpaid: ReadonlySet<OrderMoney> = new Set([OrderMoney.OPEN, OrderMoney.PARTLY_PAID]);

export function stateOf({ progress, money }: Stated): OrderState {
  return unpaid.has(money) || progress === OrderProgress.VOID ? OrderState[progress] : OrderState.PAID;
}

/** Throws unless an order may go there from where it is; says where that is. */
export function checkStep(order: Stated, next: OrderProgress): void {
  if (nextProgress[order.progress].includes(next)) return;
  throw new Conflict(`This order is ${order.progress}.`, { reason: 'ORDER_STATE', state: order.progress });
}

/** Throws unless what an order has on it may be changed: what is paid is refunded, and more is ordered with a new one. */
export function checkChangeable(order: Stated): void {
  if (!unpaid.has(order.money))
    throw new Conflict('This order is paid. Refund it, or open a new one.', { reason: 'ORDER_PAID' });
  if (order.progress === OrderProgress.VOID)
    throw new Conflict('This order was voided.', { reason: 'ORDER_STATE', state: order.progress });
}
