import type { Client, CombinedError, TypedDocumentNode } from '@urql/core';
import { isPassing, problemOf } from '../problem.ts';
import type { Entry } from './entry.ts';
import type { Outcome } from './outbox.ts';

/** The mutations that a queue may hold, by their names: what is kept are names, so that a newer app sends what an older one kept. */
export type Operations = Readonly<Record<string, TypedDocumentNode<unknown, never>>>;

/**
 * Sends entries with a client; one without a cache, since a page has long shown what they do.
 */
export function sendWith(client: Client, operations: Operations) {
  return async ({ operation, variables }: Entry, signal: AbortSignal): Promise<Outcome> => {
    const document = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (!document) return { kind: 'REFUSED', reason: 'UNKNOWN_OPERATION', message: `This app knows no ${operation}.` };
    const fetchOptions = { signal };
    const { data, error } = await client.mutation(document, variables as never, { fetchOptions }).toPromise();
    return error ? outcomeOf(error) : { kind: 'DONE', data };
  };
}

/** What an error says of an entry. Without a valid token nothing can be sent, and nothing is lost: the station is paired again. */
export function outcomeOf(error: CombinedError): Outcome {
  const { code, reason, message, retryAfter } = problemOf(error);
  const afterMs = retryAfter === undefined ? undefined : retryAfter * 1_000;
  if (error.networkError || code === 'UNAUTHENTICATED' || code === 'RATE_LIMITED') return { kind: 'AWAY', afterMs };
  if (isPassing(code)) return { kind: 'LATER', afterMs };
  return { kind: 'REFUSED', reason: reason ?? code, message };
}
