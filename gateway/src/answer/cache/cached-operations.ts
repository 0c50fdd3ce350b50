import { createHash } from 'node:crypto';
import { parseExact } from '@mycelium/kit/exact-json';
import { print } from 'graphql';
import type { HeadersOfSubgraph } from '../../calls/header-rules.ts';
import type { Data } from '../../execute/run.ts';
import type { Metrics } from '../../metrics.ts';
import type { Operation } from '../../supergraph/operation.ts';
import type { Runtime } from '../../supergraph/runtime.ts';
import type { Answer } from '../answer.ts';
import { type CacheSeconds, lifetimeOf } from './lifetime.ts';
import { type CacheStore, EVERYONE } from './store.ts';

/** What is kept for how long, and where. */
export interface Cache {
  seconds: CacheSeconds;
  store: CacheStore;
}

/** Whole answers to queries are kept for as long as their types allow, until something is written in their tenant. */
export function cacheOperations(
  execute: Answer,
  { seconds, store }: Cache,
  headers: readonly HeadersOfSubgraph[],
  metrics: Metrics,
): Answer {
  const known = new WeakMap<Operation, { lifetime: number; hash: string }>();
  const inspect = (runtime: Runtime, operation: Operation) => {
    const { document, definition } = operation;
    const inspected = known.get(operation) ?? {
      lifetime: lifetimeOf(runtime.api, document, definition, seconds),
      hash: hashOf([runtime.plannableSdl, print(document), definition.name?.value]),
    };
    known.set(operation, inspected);
    return inspected;
  };

  return async (runtime, operation, given) => {
    const { variables, context } = given;
    const { kind, id, role, scopes, tenantId, locationId, personId } = context.viewer;
    const scope = tenantId ?? EVERYONE;
    if (operation.definition.operation === 'mutation') {
      const result = await execute(runtime, operation, given);
      // The cache forgets before the client has the answer, so that its next read does not find what was.
      await store.drop([scope, EVERYONE]);
      return result;
    }
    const { lifetime, hash } = inspect(runtime, operation);
    if (lifetime === 0 || given.inParts) return execute(runtime, operation, given);

    const grants = [kind, role, [...scopes].sort(), locationId, operation.viewerSpecific ? [id, personId] : ''];
    const told = headers.map((each) => each.request(context.headers ?? {}));
    const key = hashOf([hash, variables, grants, told]);
    const found = await store.look(scope, key);
    const outcome = found?.kept ? 'hit' : 'miss';
    metrics.cached.inc({ result: outcome });
    context.answerWith?.('x-cache', outcome);
    if (found?.kept) {
      context.answerWith?.('age', String(lifetime - found.kept.seconds));
      return { data: parseExact(found.kept.text) as Data };
    }
    const result = await execute(runtime, operation, given);
    if (found && result.data && !result.errors) {
      await store.keep(scope, found.generation, key, JSON.stringify(result.data), lifetime);
    }
    return result;
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
