import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { admit, type Protection } from './admission.ts';
import type { Answer } from './answer.ts';
import type { CallContext } from './call-context.ts';
import { presentErrors } from './errors.ts';
import { present } from './execute/execute.ts';
import { statusOf } from './http-status.ts';
import type { Cost } from './limits/limits.ts';
import { parseOptions } from './limits/tokens.ts';
import type { Metrics } from './observe.ts';
import { inspectOperation, unknownOperation } from './operations.ts';
import type { Runtime } from './supergraph.ts';
import type { Usage } from './usage/usage.ts';

interface Options {
  runtime: () => Runtime;
  answer: Answer;
  metrics: Metrics;
  log: Logger;
  protection: Protection;
  usage: Usage;
}

export type GraphqlServer = ApolloServer<CallContext>;

/** Queries and mutations: Apollo's server speaks HTTP, our executor answers. */
export async function startGraphql(options: Options): Promise<GraphqlServer> {
  const { runtime, log } = options;
  const server = new ApolloServer<CallContext>({
    gateway: answeredByUs(runtime),
    logger: apolloLogger(log),
    introspection: true,
    // Ours passes plain GETs of tools; see csrf.ts.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), ourPlugin(options)],
  });
  await server.start();
  return server;
}

/** What we add to Apollo's pipeline: permissions before execution, our errors after it, and the status that tells the truth. */
function ourPlugin({ runtime, answer, metrics, protection, usage }: Options): ApolloServerPlugin<CallContext> {
  return {
    async requestDidStart({ request, contextValue: context }) {
      let cost: Cost | undefined;
      const end = metrics.operationSeconds.startTimer({ transport: request.http ? 'http' : 'socket' });
      return {
        async didResolveOperation({ operation, operationName, request }) {
          if (!operation) throw unknownOperation(request.operationName ?? operationName);
          if (operation.operation === 'subscription') throw subscriptionOverHttp();
        },

        async responseForOperation({ document, operation, request }) {
          const current = runtime();
          const known = inspectOperation(current, document, operation);
          const admitted = admit(current, known, request.variables ?? {}, context, protection);
          if ('refused' in admitted) {
            return respond(200, { data: null, errors: presentErrors(admitted.refused, context) });
          }
          if ('unfit' in admitted) return respond(400, { errors: presentErrors(admitted.unfit, context) });
          cost = admitted.cost;
          usage.count(current, known, context);
          const { variables } = admitted;
          return respond(undefined, present(await answer(current, known, { variables, context }), context));
        },

        async willSendResponse({ response, errors, operation }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          // Of what never came to be executed: syntax, validation, the choice of the operation.
          if (errors) result.errors = presentErrors(errors, context);
          if (context.asksCost && cost) result.extensions = { ...result.extensions, cost };
          response.http.status = statusOf(response.http.status, request.http?.headers.get('accept'), result);
          end({ kind: operation?.operation ?? 'unknown', outcome: result.errors ? 'errors' : 'ok' });
        },
      };
    },
  };
}

function respond(status: number | undefined, singleResult: FormattedExecutionResult) {
  return { http: { status, headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult } };
}

/** Gives Apollo's server the schema to validate by; it has nothing to execute, because our plugin responds before. */
function answeredByUs(runtime: () => Runtime): ApolloServerOptionsWithGateway<CallContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(take) {
      const { api, plannableSdl } = runtime();
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
