import type { IncomingHttpHeaders } from 'node:http';
import type { Origin } from '../origin.ts';

/** The header with which a client says who it is. */
const CLIENT_NAME_HEADER = 'graphql-client-name';
/** Clients that have a measure of their own; what comes later is `other`. */
const MOST = 200;

/** Names clients in measures: by the list or the key that they ask with, or as they say, if that name is one of these. */
export function clientNamer(names: readonly string[]) {
  const known = new Set(names);
  const measured = new Set(names);
  return (origin: Origin | undefined, headers: IncomingHttpHeaders): string => {
    const told = headers[CLIENT_NAME_HEADER];
    const isUnregistered = origin === undefined || origin.client === 'unregistered';
    if (isUnregistered) return typeof told === 'string' && known.has(told) ? told : 'other';
    if (measured.size < MOST) measured.add(origin.client);
    return measured.has(origin.client) ? origin.client : 'other';
  };
}
