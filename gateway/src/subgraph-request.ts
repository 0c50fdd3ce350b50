import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphCall } from '@mycelium/kit/call';
import { GraphQLError } from 'graphql';
import type { CallContext, Sign } from './call-context.ts';
import { shareCalls } from './calls/shared-calls.ts';
import type { Traffic } from './calls/traffic.ts';
import type { Metrics } from './observe.ts';
import type { Subgraph } from './subgraph.ts';

/** The subgraph as Apollo's executor wants it, each call with the signed context of its operation. */
export function dataSource(
  subgraph: Subgraph,
  sign: Sign,
  metrics: Metrics,
  { dedup }: Pick<Traffic, 'dedup'>,
): GraphQLDataSource<CallContext> {
  const call = (operation: Omit<SubgraphCall, 'context'>, context: CallContext) =>
    subgraph.execute({ ...operation, context: sign(context) });
  const execute = dedup ? shareCalls(subgraph, metrics, call) : call;
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
