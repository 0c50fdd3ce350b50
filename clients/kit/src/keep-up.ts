import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { type DocumentNode, visit } from 'graphql';
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka';

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
      const isOld = noteVersions(data, newest);
      const { key, kind } = operation;
      const tries = overtaken.get(key) ?? 0;
      // Whoever answers with the same again and again has nothing newer.
      if (!isOld || kind !== 'query' || tries === MOST_TRIES || !asked.has(key)) return true;
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

/** Keeps the newest version of each thing; true when one of these is older than was known. */
function noteVersions(value: unknown, newest: Map<string, number>): boolean {
  if (Array.isArray(value)) return value.map((each) => noteVersions(each, newest)).some(Boolean);
  if (typeof value !== 'object' || value === null) return false;
  let isOld = Object.values(value)
    .map((each) => noteVersions(each, newest))
    .some(Boolean);
  const { __typename, id, version } = value as Record<string, unknown>;
  if (typeof __typename === 'string' && typeof id === 'string' && typeof version === 'number') {
    const thing = `${__typename} ${id}`;
    const known = newest.get(thing) ?? version;
    if (version < known) isOld = true;
    else newest.set(thing, version);
  }
  return isOld;
}

function fieldsOf(document: DocumentNode): string[] {
  const fields: string[] = [];
  visit(document, { Field: ({ name }) => void fields.push(name.value) });
  return fields;
}
