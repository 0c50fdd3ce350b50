import { type Exchange, makeOperation, type Operation } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { map, pipe, tap } from 'wonka';

/** The id under which the gateway knows a document; generated documents carry it. */
export function documentIdOf(document: DocumentNode): string | undefined {
  if (!('__meta__' in document)) return undefined;
  const meta = document.__meta__;
  if (typeof meta !== 'object' || meta === null || !('hash' in meta)) return undefined;
  return typeof meta.hash === 'string' ? meta.hash : undefined;
}

/** Sends ids in place of texts. It stands behind the cache, which needs the document, and gives each result its own operation back. */
export const persistedExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const asked = new Map<number, Operation>();
    return pipe(
      operations,
      map((operation) => {
        if (operation.kind === 'teardown') asked.delete(operation.key);
        if (operation.kind !== 'query' && operation.kind !== 'mutation') return operation;
        const documentId = documentIdOf(operation.query);
        if (documentId === undefined) return operation;
        asked.set(operation.key, operation);
        // What urql sends as `documentId`: a document with an id and no definitions.
        const query = { ...operation.query, definitions: [], documentId };
        return makeOperation(operation.kind, { ...operation, query }, operation.context);
      }),
      forward,
      map((result) => {
        const original = asked.get(result.operation.key);
        if (!original) return result;
        return { ...result, operation: makeOperation(original.kind, original, result.operation.context) };
      }),
      tap(({ operation, hasNext }) => {
        if (operation.kind === 'mutation' && !hasNext) asked.delete(operation.key);
      }),
    );
  };
