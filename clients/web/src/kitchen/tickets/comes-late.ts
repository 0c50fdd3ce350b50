import type { Line, Ticket } from './tickets.ts';
import { minutesLate, takenAt } from './waiting.ts';

/** That something is here later than the rest of its order: when it was taken without a network, or added. */
export interface ComesLate {
  why: 'OFFLINE' | 'ADDED';
  at: number;
}

/**
 * Whether a line of a ticket was taken without a network, or is here, or is more, since its order was sent to the kitchen; a course
 * that waited came when it was due.
 */
export function comesLate(line: Line, ticket: Ticket, others: readonly Ticket[]): ComesLate | undefined {
  const { id, createdAt, course } = line;
  const { number, mark, order, firedAt } = ticket;
  if (minutesLate(id, createdAt) !== undefined && !wasTold(line, ticket, others))
    return { why: 'OFFLINE', at: takenAt(id) };
  const cameAt = Date.parse(createdAt);
  if (number > 1 && order.placedAt !== null && Date.parse(order.placedAt) < cameAt) return { why: 'ADDED', at: cameAt };
  const isMore = mark !== null && (course === null || wasTold(line, ticket, others));
  return isMore ? { why: 'ADDED', at: Date.parse(firedAt) } : undefined;
}

/** Whether an earlier ticket of the order had something of a line. */
function wasTold({ id }: Line, { number, order }: Ticket, others: readonly Ticket[]): boolean {
  return others.some(
    (other) => other.order.id === order.id && other.number < number && other.fires.some(({ lineId }) => lineId === id),
  );
}
