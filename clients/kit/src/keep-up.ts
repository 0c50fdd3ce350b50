import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { type DocumentNode, visit } from 'graphql';
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka';
import { eachList, eachVersion } from './own-versions.ts';

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
 * thing in an older `version` than was heard of meanwhile, or with a list unlike the one that was, is not let in at all, and
 * asked for again; after such an answer of a mutation, whatever is shown is.
 */
export function keepUp(cache: Exchange): Exchange {
  return ({ client, forward, dispatchDebug }) => {
    const asked = new Map<number, number>();
    const newest = new Map<string, number>();
    const overtaken = new Map<number, number>();
    const lists = new Map<string, { ids: string; at: number }>();
    const shown = new Map<number, Operation>();
    const { source: repeated, next: repeat } = makeSubject<Operation>();

    function onShow(operation: Operation): void {
      if (operation.kind === 'query') shown.set(operation.key, operation);
      if (operation.kind === 'teardown') shown.delete(operation.key);
    }

    function onAsk({ key, kind }: Operation): void {
      if (kind === 'query' || kind === 'mutation') asked.set(key, times);
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
      eachList(data, (list, ids) => {
        if (kind === 'subscription') lists.set(list, { ids, at: ++times });
        else if (!isBelieved && isOtherSince(asked.get(key), list, ids)) isOld = true;
      });
      if (isOld && kind === 'mutation') queueMicrotask(askForAll);
      if (!isOld || !mayRepeat) return true;
      overtaken.set(key, tries + 1);
      asked.set(key, times);
      queueMicrotask(() => asked.has(key) && repeat(fresh(operation)));
      return false;
    }

    function isOtherSince(at: number | undefined, list: string, ids: string): boolean {
      const heard = lists.get(list);
      return at !== undefined && heard !== undefined && heard.at > at && heard.ids !== ids;
    }

    const askAgain = (operation: Operation): void => client.reexecuteOperation(fresh(operation));

    function askForAll(): void {
      for (const operation of shown.values()) askAgain(operation);
    }

    function onAnswer({ operation, hasNext }: OperationResult): void {
      const at = asked.get(operation.key);
      if (at === undefined || hasNext) return;
      asked.delete(operation.key);
      if (at === times) return;
      const isOld = fieldsOf(operation.query).some((field) => (forgotten.get(field) ?? 0) > at);
      // Once the cache has this answer.
      if (isOld) queueMicrotask(() => (operation.kind === 'query' ? askAgain(operation) : askForAll()));
    }

    const results = cache({
      client,
      dispatchDebug,
      forward: (operations) =>
        pipe(forward(merge([pipe(operations, tap(onAsk)), repeated])), filter(isCurrent), tap(onAnswer), share),
    });
    return (operations) => results(pipe(operations, tap(onShow)));
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
