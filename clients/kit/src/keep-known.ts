import type { CombinedError, Exchange, OperationResult } from '@urql/core';
import { map, pipe } from 'wonka';

/**
 * A cache that loses nothing to a list which could not be answered. Where that may not be null, what it hangs on is null in
 * its stead, up to the tenant and whoever asks: no news of these, so the cache keeps what it knows of them, and who asked for
 * the list gets the error alone.
 */
export function keepKnown(cache: Exchange): Exchange {
  const partial = new WeakSet<CombinedError>();

  function takeOut(result: OperationResult): OperationResult {
    const { data, error, operation } = result;
    if (!error || operation.kind !== 'query') return result;
    const cut = error.graphQLErrors.filter(({ path = [] }) => leaveOut(data, path));
    if (cut.length > 0) partial.add(error);
    return result;
  }

  function withoutRest(result: OperationResult): OperationResult {
    return result.error && partial.has(result.error) ? { ...result, data: undefined } : result;
  }

  return ({ client, forward, dispatchDebug }) => {
    const kept = cache({
      client,
      dispatchDebug,
      forward: (operations) => pipe(forward(operations), map(takeOut)),
    });
    return (operations) => pipe(kept(operations), map(withoutRest));
  };
}

/** Takes out the null that stands above the place of an error, if there is one; what is null at that place itself is an answer. */
function leaveOut(data: unknown, path: readonly (string | number)[]): boolean {
  let owner = data;
  for (const key of path.slice(0, -1)) {
    if (!isObject(owner)) return false;
    if (owner[key] === null && !Array.isArray(owner)) return delete owner[key];
    owner = owner[key];
  }
  return false;
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
