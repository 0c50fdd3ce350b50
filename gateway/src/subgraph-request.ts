import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphCall } from '@mycelium/kit/call';
import { inSpan, traceHeaders } from '@mycelium/kit/tracing';
import { SpanKind } from '@opentelemetry/api';
import { GraphQLError } from 'graphql';
import { type CallContext, CORRELATION_HEADER, type Sign } from './call-context.ts';
import { headersOf } from './calls/header-rules.ts';
import { shareCalls } from './calls/shared-calls.ts';
import type { Traffic } from './calls/traffic.ts';
import type { Metrics } from './observe.ts';
import type { Subgraph } from './subgraph.ts';

/** The subgraph as Apollo's executor wants it, each call with the signed context of its operation. */
export function dataSource(
  subgraph: Subgraph,
  sign: Sign,
  metrics: Metrics,
  { dedup, headers: rules }: Pick<Traffic, 'dedup' | 'headers'>,
): GraphQLDataSource<CallContext> {
  const { request: headersFor, response: passedOn } = headersOf(subgraph.name, rules);
  const call = (operation: Omit<SubgraphCall, 'context'>, context: CallContext) =>
    inSpan(`call ${subgraph.name}`, { kind: SpanKind.CLIENT }, () =>
      subgraph.execute(
        { ...operation, context: sign(context) },
        {
          headers: {
            ...headersFor(context.headers ?? {}),
            ...traceHeaders(),
            [CORRELATION_HEADER]: context.correlationId,
          },
          onHeaders: passedOn && ((headers) => answerWith(context, passedOn(headers))),
        },
      ),
    );
  // Whose headers pass on to a client, its answer belongs to that client.
  const execute =
    dedup && !passedOn ? shareCalls(subgraph, metrics, call, ({ headers }) => headersFor(headers ?? {})) : call;
  return {
    async process(options) {
      const { query = '', variables, operationName } = options.request;
      // We switch Apollo's own health checks and schema loading off, so that there is always an operation behind a call.
      const context = options.context as CallContext;
      const end = metrics.subgraphSeconds.startTimer({ subgraph: subgraph.name });
      try {
        const answer = await execute({ query, variables, operationName }, context);
        end({ outcome: answer.errors ? 'errors' : 'ok' });
        return answer as Awaited<ReturnType<GraphQLDataSource['process']>>;
      } catch (error) {
        end({ outcome: 'failed' });
        const place = 'pathInIncomingRequest' in options ? (options.pathInIncomingRequest ?? []) : [];
        throw located(error, subgraph.name, place);
      }
    },
  };
}

function answerWith(context: CallContext, headers: Record<string, string | string[]>): void {
  for (const [name, value] of Object.entries(headers)) context.answerWith?.(name, value);
}

/** The stock executor gives no path to a call that failed as a whole; up to the first list we know it. */
function located(error: unknown, service: string, place: readonly (string | number)[]): GraphQLError {
  const list = place.indexOf('@');
  const path = list < 0 ? place : place.slice(0, list);
  const known = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(error instanceof Error ? error.message : String(error), {
    path: path.length > 0 ? path : undefined,
    originalError: error instanceof Error ? error : undefined,
    extensions: { ...known?.extensions, serviceName: service },
  });
}
