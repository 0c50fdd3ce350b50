/** How it is with an entry. BROKEN is one that cannot be read, or whose operation this app does not know. */
export type EntryState = 'WAITING' | 'SENDING' | 'REFUSED' | 'BROKEN';

/** A write that has not reached the server, or that it has refused. */
export interface Entry {
  /** Where it stands in the queue; rises. */
  position: number;
  /** A UUIDv7 made here: the idempotency key, and the id of what it makes. */
  key: string;
  /** What it belongs to, such as an order: entries of the same one are sent one after the other. */
  order: string;
  /** The name of the mutation. */
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  /** When it was made, by the server's clock; milliseconds since the epoch. */
  madeAt: number;
  /** Who was signed in then. */
  by?: string;
  state: EntryState;
  attempts: number;
  /** Why it was refused, or is broken: the reason as a code, and as the server said it. */
  reason?: string;
  message?: string;
}

/** An entry that somebody gave up. */
export interface Discarded extends Entry {
  discardedAt: number;
  /** Why, as they said it. */
  why: string;
}

const STATES: ReadonlySet<unknown> = new Set<EntryState>(['WAITING', 'SENDING', 'REFUSED', 'BROKEN']);

/** What was read from the store as an entry; one that is none is BROKEN, and keeps what can be made out of it. */
export function entryOf(position: number, row: unknown): Entry {
  const {
    key,
    order,
    operation,
    variables,
    madeAt,
    by,
    state,
    attempts,
    reason,
    message,
  }: Partial<Record<keyof Entry, unknown>> = isRecord(row) ? row : {};
  const known = {
    position,
    key: isText(key) ? key : `broken-${position}`,
    order: isText(order) ? order : `broken-${position}`,
    operation: isText(operation) ? operation : '',
    variables: isRecord(variables) ? variables : {},
    madeAt: Number.isFinite(madeAt) ? Number(madeAt) : 0,
    ...(isText(by) && { by }),
    attempts: Number.isInteger(attempts) ? Number(attempts) : 0,
  };
  const isWhole = isText(key) && isText(order) && isText(operation) && isRecord(variables) && STATES.has(state);
  if (!isWhole) return { ...known, state: 'BROKEN', reason: 'UNREADABLE' };
  return {
    ...known,
    state: state as EntryState,
    ...(isText(reason) && { reason }),
    ...(isText(message) && { message }),
  };
}

/**
 * Which entries are sent next: the oldest one that may be, and before which nothing of the same order stands, and those of this
 * order that may be sent right after it. `rests` says of which orders nothing is sent now.
 */
export function nextUp(entries: readonly Entry[], rests: (order: string) => boolean): Entry[] {
  for (const [, ofOrder] of Map.groupBy(entries, ({ order }) => order)) {
    const stop = ofOrder.findIndex((entry) => !isToSend(entry));
    const next = stop < 0 ? ofOrder : ofOrder.slice(0, stop);
    if (next[0] && !rests(next[0].order)) return next;
  }
  return [];
}

/** Whether it has still to reach the server, and may. */
export const isToSend = ({ state }: Entry): boolean => state === 'WAITING' || state === 'SENDING';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
