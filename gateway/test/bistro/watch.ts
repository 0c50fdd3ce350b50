import { setTimeout as wait } from 'node:timers/promises';
import type { Client, FormattedExecutionResult } from 'graphql-ws';

/** A subscription as a client sees it. */
export interface Watch {
  /** Without their extensions. */
  results: FormattedExecutionResult<Record<string, unknown>, unknown>[];
  /** `extensions.cursor` of each result that has one. */
  cursors: unknown[];
  /** Errors of an `error` message, or the event that closed the socket. */
  failure?: unknown;
  completed: boolean;
  stop(): void;
}

export function watch(
  client: Client,
  query: string,
  variables?: Record<string, unknown>,
  extensions?: Record<string, unknown>,
  operationName?: string,
): Watch {
  const seen: Watch = { results: [], cursors: [], completed: false, stop: () => stop() };
  const stop = client.subscribe<Record<string, unknown>>(
    { query, variables, extensions, operationName },
    {
      next: ({ extensions: said, ...result }) => {
        seen.results.push(result);
        if (typeof said === 'object' && said !== null && 'cursor' in said) seen.cursors.push(said.cursor);
      },
      error: (failure) => {
        seen.failure = failure;
      },
      complete: () => {
        seen.completed = true;
      },
    },
  );
  return seen;
}

/** Waits until a claim is true; at most ten seconds. */
export async function until(claim: () => boolean, what = 'it'): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!claim()) {
    if (Date.now() > deadline) throw new Error(`Waited ten seconds for ${what}.`);
    await wait(5);
  }
}
