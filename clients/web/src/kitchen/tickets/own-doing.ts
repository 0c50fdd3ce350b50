import type { Entry } from '@mycelium/client-kit/outbox/entry';
import type { Ticket, Tickets } from './tickets.ts';
import { byTime } from './with-ticket.ts';

/** What was done here with a ticket, of which this version was seen then. */
export interface Doing {
  operation: 'bumpTicket' | 'recallTicket';
  version: number;
}

/** Whether a ticket is bumped, as the server says or as it will once it has heard what was done here. */
export function bumpedWith(
  entries: readonly Entry[],
  done: ReadonlyMap<string, Doing>,
): (ticket: Pick<Ticket, 'id' | 'version' | 'bumpedAt'>) => boolean {
  const waiting = lastOf(entries);
  return ({ id, version, bumpedAt }) => {
    const doing = done.get(id);
    const operation = waiting.get(id) ?? (doing && doing.version >= version ? doing.operation : undefined);
    return operation ? operation === 'bumpTicket' : bumpedAt !== null;
  };
}

/** What a screen shows, by whether each ticket is bumped. */
export function shownWith(
  { open, bumped }: Pick<Tickets, 'open' | 'bumped'>,
  isBumped: (ticket: Ticket) => boolean,
): Pick<Tickets, 'open' | 'bumped'> {
  const isOpen = (ticket: Ticket) => !isBumped(ticket);
  return {
    open: [...open, ...bumped].filter(isOpen).sort(byTime),
    bumped: [...open.filter(isBumped).toReversed(), ...bumped.filter(isBumped)],
  };
}

/** The tickets about which something has not reached the server. */
export function unsentOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(lastOf(entries).keys());
}

/** What waits for the server last about each ticket. What it has refused comes to nothing. */
export function lastOf(entries: readonly Entry[]): Map<string, Doing['operation']> {
  const last = new Map<string, Doing['operation']>();
  for (const { operation, variables, state } of entries)
    if ((operation === 'bumpTicket' || operation === 'recallTicket') && (state === 'WAITING' || state === 'SENDING'))
      last.set(String(variables.id), operation);
  return last;
}
