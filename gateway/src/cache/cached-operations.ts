import { createHash } from 'node:crypto';
import type { OperationDefinitionNode } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { headersOf } from '../calls/header-rules.ts';
import type { GatewayInterface } from '../calls/shared-operations.ts';
import type { Traffic } from '../calls/traffic.ts';
import type { Metrics } from '../observe.ts';
import { inspectOperation } from '../operations.ts';
import type { Runtime } from '../supergraph.ts';
import { type CacheSeconds, lifetimeOf } from './lifetime.ts';
import { type CacheStore, EVERYONE } from './store.ts';

interface Options {
  runtime: () => Runtime;
  subgraphs: Iterable<string>;
  traffic: Traffic;
  seconds: CacheSeconds;
  store: CacheStore;
  metrics: Metrics;
}

/** Whole answers to queries are kept for as long as their types allow, until something is written in their tenant. */
export function cacheOperations(gateway: GatewayInterface, options: Options): GatewayInterface {
  const { runtime, seconds, store, metrics, traffic } = options;
  const headers = [...options.subgraphs].map((name) => headersOf(name, traffic.headers));
  const hasHeaders = headers.some(({ response }) => response);
  const lifetimes = new WeakMap<OperationDefinitionNode, number>();

  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(given) {
      const { executor } = await gateway.load(given);
      if (!executor) throw new Error('The gateway gave no executor.');
      return {
        async executor(request) {
          const { document, operation, schema } = request;
          const context = request.context as CallContext;
          const scope = context.viewer.tenantId ?? EVERYONE;
          if (operation.operation === 'mutation') {
            const result = await executor(request);
            // Before the client hears of it, so that its next read does not find what was.
            await store.drop([scope, EVERYONE]);
            return result;
          }
          let lifetime = lifetimes.get(operation);
          if (lifetime === undefined) {
            lifetime = lifetimeOf(schema, document, operation, seconds);
            lifetimes.set(operation, lifetime);
          }
          if (lifetime === 0 || hasHeaders) return executor(request);

          const { query = '', operationName, variables } = request.request;
          const { kind, id, role, scopes } = context.viewer;
          const { viewerSpecific } = inspectOperation(runtime(), document, operation);
          const grants = [kind, role, [...scopes].sort(), viewerSpecific ? id : ''];
          const told = headers.map((each) => each.request(context.headers ?? {}));
          const asked = [runtime().plannableSdl, query, operationName, variables, grants, told];
          const key = createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
          const found = await store.look(scope, key);
          const isHit = found?.text !== undefined;
          metrics.cached.inc({ result: isHit ? 'hit' : 'miss' });
          context.answerWith?.('x-cache', isHit ? 'hit' : 'miss');
          if (found?.text !== undefined) return { data: JSON.parse(found.text) };
          const result = await executor(request);
          if (found && result.data && !result.errors && !result.extensions) {
            await store.keep(scope, found.generation, key, JSON.stringify(result.data), lifetime);
          }
          return result;
        },
      };
    },
  };
}
