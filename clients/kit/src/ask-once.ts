import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { map, pipe, tap } from 'wonka';

/**
 * A cache before which who joins asks nothing: while a question that was answered is shown, its answer is kept right, and is good for
 * whoever shows it too. What the cache has forgotten of it is asked for all the same.
 */
export function askOnce(cache: Exchange): Exchange {
  return ({ client, forward, dispatchDebug }) => {
    const shown = new Set<number>();

    function onAnswer({ operation, error }: OperationResult): void {
      if (operation.kind !== 'query') return;
      if (error) shown.delete(operation.key);
      else shown.add(operation.key);
    }

    function asJoined(operation: Operation): Operation {
      const { kind, key, context } = operation;
      if (kind === 'teardown') shown.delete(key);
      if (kind !== 'query' || context.requestPolicy !== 'cache-and-network' || !shown.has(key)) return operation;
      return makeOperation('query', operation, { ...context, requestPolicy: 'cache-first' });
    }

    const kept = cache({ client, dispatchDebug, forward: (operations) => pipe(forward(operations), tap(onAnswer)) });
    return (operations) => kept(pipe(operations, map(asJoined)));
  };
}
