import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { type DocumentNode, visit } from 'graphql';
import { pipe, tap } from 'wonka';

/** When each field was last made to be forgotten, counted in forgettings; a page has one cache. */
const forgotten = new Map<string, number>();
let times = 0;

/** A cache says that it forgets what it knew of a field, whoever has it, since something was told. */
export function noteForgotten(field: string): void {
  times += 1;
  forgotten.set(field, times);
}

/**
 * A cache that misses no change. What it forgets while an answer is on its way, that answer would bring back as it was
 * before, and graphcache does not ask again for what it has forgotten already: so it is asked for once more.
 */
export function keepUp(cache: Exchange): Exchange {
  return ({ client, forward, dispatchDebug }) => {
    const asked = new Map<number, number>();

    function onAsk({ key, kind }: Operation): void {
      if (kind === 'query') asked.set(key, times);
      else asked.delete(key);
    }

    function onAnswer({ operation, hasNext }: OperationResult): void {
      const at = asked.get(operation.key);
      if (at === undefined || hasNext) return;
      asked.delete(operation.key);
      if (at === times) return;
      const isOld = fieldsOf(operation.query).some((field) => (forgotten.get(field) ?? 0) > at);
      if (!isOld) return;
      const again = makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' });
      // Once the cache has this answer.
      queueMicrotask(() => client.reexecuteOperation(again));
    }

    return cache({
      client,
      dispatchDebug,
      forward: (operations) => pipe(forward(pipe(operations, tap(onAsk))), tap(onAnswer)),
    });
  };
}

function fieldsOf(document: DocumentNode): string[] {
  const fields: string[] = [];
  visit(document, { Field: ({ name }) => void fields.push(name.value) });
  return fields;
}
