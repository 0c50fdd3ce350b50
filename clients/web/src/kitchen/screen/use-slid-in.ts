import { useLayoutEffect, useRef } from 'react';
import { slidIn } from '../tickets/slid-in.ts';
import type { Ticket } from '../tickets/tickets.ts';

const MEANT_MS = 400;

/** Whether a ticket has come in before others just now: who presses its place a moment later means the one that stood there. */
export function useSlidIn(open: readonly Ticket[]): (ticket: Ticket) => boolean {
  const known = useRef<ReadonlySet<string>>(new Set());
  const since = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const now = performance.now();
    const recent = [...since.current].filter(([, at]) => now - at < MEANT_MS);
    since.current = new Map([...recent, ...slidIn(known.current, open).map((id) => [id, now] as const)]);
    known.current = new Set(open.map(({ id }) => id));
  }, [open]);
  return ({ id }) => performance.now() - (since.current.get(id) ?? Number.NEGATIVE_INFINITY) < MEANT_MS;
}
