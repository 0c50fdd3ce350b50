import type { Ticket } from './tickets.ts';

/** The tickets that have come in before one that was there already, and so have taken the place of others. */
export function slidIn(before: ReadonlySet<string>, open: readonly Pick<Ticket, 'id'>[]): string[] {
  const last = open.findLastIndex(({ id }) => before.has(id));
  return open.slice(0, Math.max(last, 0)).flatMap(({ id }) => (before.has(id) ? [] : id));
}
