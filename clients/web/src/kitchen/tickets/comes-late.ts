import type { Line, Ticket } from './tickets.ts';
import { minutesLate, takenAt } from './waiting.ts';

/** That a line is here later than the rest of its order: when it was taken without a network, or added. */
export interface ComesLate {
  why: 'OFFLINE' | 'ADDED';
  at: number;
}

/** Whether a line of a ticket was taken without a network, or when its order had been sent to the kitchen already. */
export function comesLate({ id, createdAt }: Line, { number, order }: Ticket): ComesLate | undefined {
  if (minutesLate(id, createdAt) !== undefined) return { why: 'OFFLINE', at: takenAt(id) };
  const cameAt = Date.parse(createdAt);
  const isAdded = number > 1 && order.placedAt !== null && Date.parse(order.placedAt) < cameAt;
  return isAdded ? { why: 'ADDED', at: cameAt } : undefined;
}
