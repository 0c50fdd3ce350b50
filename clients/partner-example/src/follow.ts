import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { documentIdOf, type OperationName } from './operation.ts';

/** Not valid, or revoked. */
const refusals = [4401, 4403];
const LONGEST_WAIT_MS = 30_000;

/** What comes over a subscription, over any loss of the connection; throws when we are refused. The variables are asked for again each time. */
export async function* follow(
  url: string,
  key: string,
  operation: OperationName,
  variables: () => Record<string, unknown>,
): AsyncGenerator<unknown> {
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const documentId = documentIdOf(operation);
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const asked = { query: '', documentId, variables: variables() };
    try {
      for await (const { data, errors } of socket.iterate(asked)) {
        if (errors) throw new Error(errors[0]?.message);
        waitMs = 500;
        yield data;
      }
    } catch (error) {
      if (!isLoss(error)) throw error;
    }
    await sleep(waitMs);
  }
}

/** Whether the connection was lost, rather than we refused: an end has a code, everything else is an answer. */
function isLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && typeof error.code === 'number') return !refusals.includes(error.code);
  return error instanceof Event;
}
