import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepUp } from '@mycelium/client-kit/keep-up';
import {
  Client,
  createRequest,
  type Exchange,
  makeErrorResult,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { buildSchema, type GraphQLSchema, graphql, Kind, print } from 'graphql';
import { expect, vi } from 'vitest';
import { filter, fromPromise, makeSubject, merge, mergeMap, pipe, subscribe } from 'wonka';
import { createCache } from './cache.ts';
import type { CacheRules } from './cache-rules.ts';

/** What the product's graph has, for tests of the rules of an area. */
export const api = buildSchema(readFileSync(join(import.meta.dirname, '../../../../schema/api.graphql'), 'utf8'));

/** For tests: a graph that answers out of `world`, with the cache of the console before it. */
export function playGraph(schema: GraphQLSchema, world: object, rules: readonly CacheRules[]) {
  const asked: string[] = [];
  const feed = makeSubject<OperationResult>();
  let isFree = Promise.resolve();

  async function answer(operation: Operation): Promise<OperationResult> {
    const { query, variables, kind } = operation;
    if (kind === 'query') asked.push(nameOf(operation));
    const given = { schema, source: print(query), rootValue: world, variableValues: { ...variables } };
    const { data, errors } = await graphql(given);
    await isFree;
    if (errors) return makeErrorResult(operation, new Error(errors.join()));
    // As JSON, which has no objects without a prototype.
    return { operation, data: JSON.parse(JSON.stringify(data)), stale: false, hasNext: false };
  }

  const server: Exchange = () => (operations) =>
    merge([
      pipe(
        operations,
        filter(({ kind }) => kind === 'query' || kind === 'mutation'),
        mergeMap((operation) => fromPromise(answer(operation))),
      ),
      feed.source,
    ]);
  const exchanges = [keepUp(createCache(rules)), server];
  const client = new Client({ url: 'http://nowhere', preferGetMethod: false, exchanges });

  return {
    client,
    /** The names of the queries that were asked, one after the other. */
    asked,
    /** Shows a query from now on; what it shows is what this gives, each time that it is called. */
    async show(query: string, variables = {}) {
      const shown: OperationResult[] = [];
      pipe(
        client.query(query, variables),
        subscribe((result) => void shown.push(result)),
      );
      await vi.waitFor(() => expect(shown.at(-1)?.error ?? shown.at(-1)?.data).toBeTruthy());
      expect(shown.at(-1)?.error).toBeUndefined();
      return () => shown.at(-1)?.data;
    },
    async write(mutation: string) {
      const { error } = await client.mutation(mutation, {}).toPromise();
      expect(error).toBeUndefined();
    },
    /** Follows a feed, and gives what says something there. */
    follow(subscription: string) {
      const operation = client.createRequestOperation('subscription', createRequest(subscription, {}));
      pipe(client.executeRequestOperation(operation), subscribe(vi.fn()));
      return (data: object) => feed.next({ operation, data, stale: false, hasNext: true });
    },
    /** Answers stay on their way until they are released. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      isFree = promise;
      return resolve;
    },
  };
}

function nameOf({ query }: Operation): string {
  const operation = query.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation && 'name' in operation ? (operation.name?.value ?? '') : '';
}

/** Long enough for everything that was asked to be answered. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
