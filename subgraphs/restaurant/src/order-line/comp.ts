import type { OrderLine } from './order-line.ts';

/** The discount of a line that was given away: it has one at most. */
export const COMP = 'COMP';

export function isComped({ discounts }: Pick<OrderLine, 'discounts'>): boolean {
  return discounts.some(({ id }) => id === COMP);
}
