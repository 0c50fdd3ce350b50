import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { admit, type Introspection } from './admission.ts';
import { cacheOperations } from './cache/cached-operations.ts';
import type { CacheSeconds } from './cache/lifetime.ts';
import type { CacheStore } from './cache/store.ts';
import type { CallContext, Sign } from './call-context.ts';
import { shareOperations } from './calls/shared-operations.ts';
import type { Traffic } from './calls/traffic.ts';
import { isUnanswered, presentErrors, unexplainedNulls } from './errors.ts';
import type { Metrics } from './observe.ts';
import { inspectOperation, ourRules, parseOptions, unknownOperation } from './operations.ts';
import type { Subgraph } from './subgraph.ts';
import { dataSource } from './subgraph-request.ts';
import type { Runtime } from './supergraph.ts';

interface Options {
  runtime: () => Runtime;
  subgraphs: ReadonlyMap<string, Subgraph>;
  sign: Sign;
  metrics: Metrics;
  log: Logger;
  introspection: Introspection;
  traffic: Traffic;
  cache?: { seconds: CacheSeconds; store: CacheStore };
}

/** Queries and mutations: Apollo's server over Apollo's gateway over our subgraphs. */
export async function startGraphql(app: FastifyInstance, options: Options): Promise<ApolloServer<CallContext>> {
  const { runtime, subgraphs, sign, metrics, log, traffic, cache } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: runtime().plannableSdl,
    buildService: ({ name }) => {
      const subgraph = subgraphs.get(name);
      if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
      return dataSource(subgraph, sign, metrics, traffic);
    },
    logger: apolloLogger(log),
    __exposeQueryPlanExperimental: false,
  });
  const executing = traffic.dedup ? shareOperations(gateway, subgraphs.keys(), traffic, metrics) : gateway;
  const server = new ApolloServer<CallContext>({
    gateway: cache ? cacheOperations(executing, { ...options, ...cache, subgraphs: subgraphs.keys() }) : executing,
    logger: apolloLogger(log),
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions,
    validationRules: [...ourRules],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      ourPlugin(options),
    ],
  });
  await server.start();
  return server;
}

/** What we add to Apollo's pipeline: permissions before execution, our errors after it, and the status that tells the truth. */
function ourPlugin({ runtime, metrics, introspection }: Options): ApolloServerPlugin<CallContext> {
  return {
    async requestDidStart({ request, contextValue: context }) {
      const end = metrics.operationSeconds.startTimer({ transport: request.http ? 'http' : 'socket' });
      return {
        async didResolveOperation({ operation, operationName, request }) {
          if (!operation) throw unknownOperation(request.operationName ?? operationName);
          if (operation.operation === 'subscription') throw subscriptionOverHttp();
        },

        async responseForOperation({ document, operation, request }) {
          const current = runtime();
          const known = inspectOperation(current, document, operation);
          const admitted = admit(current, known, request.variables ?? {}, context, introspection);
          if ('refused' in admitted) {
            return respond(200, { data: null, errors: presentErrors(admitted.refused, context) });
          }
          return 'unfit' in admitted ? respond(400, { errors: presentErrors(admitted.unfit, context) }) : null;
        },

        async willSendResponse({ response, errors, operation }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          const nulls = unexplainedNulls(result.extensions);
          if (nulls.length > 0) {
            delete result.extensions;
            result.errors = presentErrors(nulls, context);
          } else if (errors) {
            result.errors = presentErrors(errors, context);
          }
          if (isUnanswered(result)) response.http.status = 503;
          const outcome = result.errors ? 'errors' : 'ok';
          end({ kind: operation?.operation ?? 'unknown', outcome });
          const { kind, id } = context.viewer;
          metrics.clientOperations.inc({ client: kind === 'client' ? id : kind, outcome });
        },
      };
    },
  };
}

function respond(status: number, singleResult: { data?: null; errors: ReturnType<typeof presentErrors> }) {
  return { http: { status, headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult } };
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
