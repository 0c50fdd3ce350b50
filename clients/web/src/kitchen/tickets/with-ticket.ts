import type { Ticket, Tickets } from './tickets.ts';

const MOST_BUMPED = 30;

/** The tickets once one of them has changed; what it says of its order and of its lines holds for the others of that order too. */
export function withTicket(known: Tickets, ticket: Ticket): Tickets {
  const before = [...known.open, ...known.bumped].find(({ id }) => id === ticket.id);
  if (before && before.version > ticket.version) return known;
  const others = (tickets: readonly Ticket[]) =>
    tickets.filter(({ id }) => id !== ticket.id).map((each) => withNewest(each, ticket));
  const [open, bumped] = [others(known.open), others(known.bumped)];
  if (ticket.voidedAt) return { ...known, open, bumped };
  if (ticket.bumpedAt) return { ...known, open, bumped: [ticket, ...bumped].slice(0, MOST_BUMPED) };
  return { ...known, open: [...open, ticket].sort(byTime), bumped };
}

/** The tickets once their order has changed; as they were when it is none of theirs. */
export function withOrder(known: Tickets, order: Ticket['order']): Tickets {
  const isIts = (ticket: Ticket) => ticket.order.id === order.id && ticket.order.version < order.version;
  if (![...known.open, ...known.bumped].some(isIts)) return known;
  const now = (ticket: Ticket): Ticket => (isIts(ticket) ? { ...ticket, order } : ticket);
  return { ...known, open: known.open.map(now), bumped: known.bumped.map(now) };
}

/** The oldest first. */
export function byTime(one: Ticket, other: Ticket): number {
  return Date.parse(one.firedAt) - Date.parse(other.firedAt) || (one.id < other.id ? -1 : 1);
}

function withNewest(ticket: Ticket, { order, fires }: Ticket): Ticket {
  if (ticket.order.id !== order.id) return ticket;
  const newest = new Map(fires.map(({ lineId, line }) => [lineId, line]));
  return {
    ...ticket,
    order: order.version < ticket.order.version ? ticket.order : order,
    fires: ticket.fires.map((fire) => {
      const line = newest.get(fire.lineId);
      return line && line.version >= (fire.line?.version ?? 0) ? { ...fire, line } : fire;
    }),
  };
}
