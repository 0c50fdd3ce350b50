import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type GraphQLRequest,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { parseExact } from '@mycelium/kit/exact-json';
import { bounds } from '@mycelium/schema/read-document';
import { widenVariables } from '@mycelium/schema/widen-variables';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Respond } from '../answer/respond.ts';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { inspectOperation, keyOfOperation, unknownOperation } from '../operation/prepare.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { acceptsParts, respondInParts } from './incremental-response.ts';
import { retryAfterOf, statusOf } from './status.ts';

interface Options {
  runtime: Runtime;
  respond: Respond;
  metrics: Metrics;
  log: Logger;
  /** Whether errors keep to themselves what else the schema has. */
  hideSuggestions: boolean;
}

export type GraphqlServer = ApolloServer<CallContext>;

/** Queries and mutations: Apollo's server speaks HTTP, our executor answers. */
export async function startGraphql(options: Options): Promise<GraphqlServer> {
  const { runtime, log, hideSuggestions } = options;
  const server = new ApolloServer<CallContext>({
    gateway: answeredByUs(runtime),
    logger: apolloLogger(log),
    introspection: true,
    hideSchemaDetailsFromClientErrors: hideSuggestions,
    // Ours passes plain GETs of tools; see csrf.ts.
    csrfPrevention: false,
    persistedQueries: false,
    // What is known of an operation is kept in its runtime, where its size counts.
    documentStore: null,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The text ends without a line feed, as asked-again.ts sends it.
    stringifyResult: (result) => JSON.stringify(result),
    parseOptions: { maxTokens: bounds.tokens },
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), ourPlugin(options)],
  });
  await server.start();
  return server;
}

/** What we add to Apollo's pipeline: permissions before execution, our errors after it, and the status that is true. */
function ourPlugin({ runtime, respond, metrics }: Options): ApolloServerPlugin<CallContext> {
  return {
    async requestDidStart({ request, contextValue: context }) {
      const end = metrics.operationSeconds.startTimer({ transport: context.transport ?? 'http' });
      return {
        // Apollo's server parses by itself; this is what `readDocument` does more than that.
        async validationDidStart(parsed) {
          Object.assign(parsed, { document: widenVariables(runtime.api, parsed.document) });
        },

        async didResolveOperation({ operation, operationName, request }) {
          if (!operation) throw unknownOperation(request.operationName ?? operationName);
          if (operation.operation === 'subscription') throw subscriptionOverHttp();
        },

        async responseForOperation({ document, operation, request, source }) {
          const known = inspectOperation(runtime, document, operation);
          runtime.operations.set(keyOfOperation(source, request.operationName), known);
          context.readsParts ??= known.defers && acceptsParts(request.http?.headers.get('accept'));
          const { status, result, later } = await respond(known, variablesIn(request), context);
          if (!later) {
            return { http: { status, headers: new HeaderMap() }, body: { kind: 'single', singleResult: result } };
          }
          context.onGone?.(() => void later.return?.());
          return respondInParts(result, later, context, (outcome) => end({ kind: operation.operation, outcome }));
        },

        async willSendResponse({ response, errors, operation }) {
          const { body } = response;
          const result = body.kind === 'single' ? body.singleResult : body.initialResult;
          // These are the errors of requests that were never executed: syntax, validation, the choice of the operation.
          if (errors) result.errors = presentErrors(errors, context);
          if (body.kind === 'incremental') return;
          const status = statusOf(response.http.status, request.http?.headers.get('accept'), result);
          response.http.status = status;
          const retryAfter = retryAfterOf(status, result.errors);
          if (retryAfter !== undefined) response.http.headers.set('retry-after', String(retryAfter));
          end({ kind: operation?.operation ?? 'unknown', outcome: result.errors ? 'errors' : 'ok' });
        },
      };
    },
  };
}

/** Gives Apollo's server the schema to validate by; it has nothing to execute, because our plugin responds before. */
function answeredByUs({ api, plannableSdl }: Runtime): ApolloServerOptionsWithGateway<CallContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(take) {
      take({ apiSchema: api, coreSupergraphSdl: plannableSdl });
      return () => {};
    },
    load: async () => ({ executor: null }),
    stop: async () => {},
  };
}

function subscriptionOverHttp(): GraphQLError {
  return new GraphQLError('Subscriptions are served over WebSocket at this path (graphql-transport-ws).', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** Apollo's packages log sentences; so that they land in our log. */
function apolloLogger(log: Logger) {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) => log[level](String(message));
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('error') };
}

/** The variables of a request. Apollo's server has read those in an address, without keeping the digits of long numbers, so they are read again. */
function variablesIn({ http, variables }: GraphQLRequest): Record<string, unknown> {
  const text = http?.method === 'GET' ? new URLSearchParams(http.search).get('variables') : null;
  return ((text === null ? variables : parseExact(text)) ?? {}) as Record<string, unknown>;
}
