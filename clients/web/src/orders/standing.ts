import type { State } from '@mycelium/client-kit/state';
import type { OrderMoney, OrderProgress } from '../generated/graphql.ts';

/** Where on the scale of states an order is, by how far it is. */
export const progressState = {
  DRAFT: 'waiting',
  PLACED: 'waiting',
  IN_KITCHEN: 'waiting',
  READY: 'attention',
  SERVED: 'ok',
  VOID: 'off',
} as const satisfies Record<OrderProgress, State>;

/** The same, by what was paid. */
export const moneyState = {
  OPEN: 'waiting',
  PARTLY_PAID: 'attention',
  PAID: 'ok',
  PARTLY_REFUNDED: 'attention',
  REFUNDED: 'off',
} as const satisfies Record<OrderMoney, State>;

export const progresses = Object.keys(progressState) as OrderProgress[];
export const moneys = Object.keys(moneyState) as OrderMoney[];
