import type { Sync } from './sync.ts';

/** Why the connection to a product is not used as usual, and until when where that is known. */
export type HeldBack = { why: 'PAUSE_ASKED' | 'FAILING'; until: string } | { why: 'DUE' | 'TRYING' };

/** What holds a connection back at a moment; undefined when nothing does. Of two reasons the one that lasts longer. */
export function heldBack(connection: Sync['connection'], now: number): HeldBack | undefined {
  if (!connection) return undefined;
  const { breaker, until, pausedUntil } = connection;
  const isAhead = (moment?: string | null): moment is string => !!moment && Date.parse(moment) > now;
  const rest = breaker === 'OPEN' && isAhead(until) ? until : undefined;
  if (isAhead(pausedUntil) && !(rest && Date.parse(rest) > Date.parse(pausedUntil)))
    return { why: 'PAUSE_ASKED', until: pausedUntil };
  if (rest) return { why: 'FAILING', until: rest };
  if (breaker === 'PROBING') return { why: 'TRYING' };
  return breaker === 'OPEN' ? { why: 'DUE' } : undefined;
}
