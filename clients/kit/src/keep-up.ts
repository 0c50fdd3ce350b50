import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { type DocumentNode, visit } from 'graphql';
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka';
import { eachVersion } from './own-versions.ts';

/** When each field was last made to be forgotten, counted in forgettings; a page has one cache. */
const forgotten = new Map<string, number>();
let times = 0;

/** A cache says that it forgets what it knew of a field, whoever has it, since a change was heard. */
export function noteForgotten(field: string): void {
  times += 1;
  forgotten.set(field, times);
}

/**
 * A cache that misses no change. What it forgets while an answer is on its way, that answer would bring back as it was
 * before, and graphcache does not ask again for what it has forgotten already: so it is asked for once more. An answer with a
 * thing in an older `version` than was heard of meanwhile is not let in at all, and asked for again.
 */
export function keepUp(cache: Exchange): Exchange {
  return ({ client, forward, dispatchDebug }) => {
    const asked = new Map<number, number>();
    const newest = new Map<string, number>();
    const overtaken = new Map<number, number>();
    const { source: repeated, next: repeat } = makeSubject<Operation>();

    function onAsk({ key, kind }: Operation): void {
      if (kind === 'query') asked.set(key, times);
      else asked.delete(key);
      overtaken.delete(key);
    }

    function isCurrent({ operation, data }: OperationResult): boolean {
      const { key, kind } = operation;
      const tries = overtaken.get(key) ?? 0;
      const mayRepeat = kind === 'query' && asked.has(key);
      // Whoever answers with the same again and again has nothing newer.
      const isBelieved = mayRepeat && tries === MOST_TRIES;
      let isOld = false;
      eachVersion(data, ({ __typename, id, version }) => {
        const thing = `${__typename} ${id}`;
        if (!isBelieved && version < (newest.get(thing) ?? version)) isOld = true;
        else newest.set(thing, version);
      });
      if (!isOld || !mayRepeat) return true;
      overtaken.set(key, tries + 1);
      asked.set(key, times);
      queueMicrotask(() => asked.has(key) && repeat(fresh(operation)));
      return false;
    }

    function onAnswer({ operation, hasNext }: OperationResult): void {
      const at = asked.get(operation.key);
      if (at === undefined || hasNext) return;
      asked.delete(operation.key);
      if (at === times) return;
      const isOld = fieldsOf(operation.query).some((field) => (forgotten.get(field) ?? 0) > at);
      // Once the cache has this answer.
      if (isOld) queueMicrotask(() => client.reexecuteOperation(fresh(operation)));
    }

    return cache({
      client,
      dispatchDebug,
      forward: (operations) =>
        pipe(forward(merge([pipe(operations, tap(onAsk)), repeated])), filter(isCurrent), tap(onAnswer), share),
    });
  };
}

/** How often an answer that is older than what was heard meanwhile is asked for again. */
const MOST_TRIES = 3;

function fresh(operation: Operation): Operation {
  return makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' });
}

function fieldsOf(document: DocumentNode): string[] {
  const fields: string[] = [];
  visit(document, { Field: ({ name }) => void fields.push(name.value) });
  return fields;
}
