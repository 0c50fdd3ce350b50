import type { Money } from '../../money/money.ts';
import type { Order } from '../orders.ts';

/** Something that was done to an order, and when. */
export type Deed =
  | { kind: 'opened' | 'placed'; at: string; by?: string }
  | { kind: 'lineVoided'; at: string; lineId: string; reason: string }
  | { kind: 'fired' | 'bumped' | 'ticketVoided'; at: string; ticket: Order['tickets'][number] }
  | { kind: 'paid'; at: string; by?: string; sum: Money }
  | { kind: 'refunded'; at: string; by?: string; sum: Money; reason: string };

/** All that was done to an order, the first thing first. */
export function deedsOf(order: Order): Deed[] {
  const { openedAt, placedAt, serverId, lines, tickets, payments, refunds } = order;
  const deeds: Deed[] = [
    { kind: 'opened', at: openedAt, ...by(serverId) },
    ...(placedAt ? [{ kind: 'placed' as const, at: placedAt }] : []),
    ...tickets.flatMap((ticket) => ofTicket(ticket)),
    ...lines.flatMap(({ id, voidedAt, voidReason }) =>
      voidedAt ? [{ kind: 'lineVoided' as const, at: voidedAt, lineId: id, reason: voidReason ?? '' }] : [],
    ),
    ...payments
      .filter(({ status }) => status !== 'CANCELED')
      .map(({ takenAt, personId, amount }) => ({
        ...{ kind: 'paid' as const, at: takenAt, sum: amount, ...by(personId) },
      })),
    ...refunds.map(({ refundedAt, personId, amount, reason }) => ({
      ...{ kind: 'refunded' as const, at: refundedAt, sum: amount, reason, ...by(personId) },
    })),
  ];
  // Of those at the same moment, the one that stands first above.
  return deeds.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function ofTicket(ticket: Order['tickets'][number]): Deed[] {
  const { firedAt, bumpedAt, voidedAt } = ticket;
  return [
    { kind: 'fired', at: firedAt, ticket },
    ...(bumpedAt ? [{ kind: 'bumped' as const, at: bumpedAt, ticket }] : []),
    ...(voidedAt ? [{ kind: 'ticketVoided' as const, at: voidedAt, ticket }] : []),
  ];
}

function by(personId: string | null): { by?: string } {
  return personId ? { by: personId } : {};
}
