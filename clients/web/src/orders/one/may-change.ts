import type { Order } from '../orders.ts';

/** Whether what is on an order can be changed: what is paid is refunded, and what was voided stays so. */
export function mayChange({ money, progress }: Pick<Order, 'money' | 'progress'>): boolean {
  return progress !== 'VOID' && (money === 'OPEN' || money === 'PARTLY_PAID');
}
