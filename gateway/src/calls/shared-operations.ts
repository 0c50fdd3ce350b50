import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { CallContext } from '../call-context.ts';
import type { Metrics } from '../observe.ts';
import { headersOf } from './header-rules.ts';
import { whoAsks } from './shared-calls.ts';
import { createSingleFlight } from './single-flight.ts';
import type { Traffic } from './traffic.ts';

/** Apollo's word for what executes operations. */
export type GatewayInterface = ApolloServerOptionsWithGateway<CallContext>['gateway'];

/** Identical queries of the same viewer that are under way are executed once. */
export function shareOperations(
  gateway: GatewayInterface,
  subgraphs: Iterable<string>,
  { headers: rules }: Traffic,
  metrics: Metrics,
): GatewayInterface {
  const headers = [...subgraphs].map((name) => headersOf(name, rules));
  // Whose headers pass on to a client, its answer belongs to that client.
  if (headers.some(({ response }) => response)) return gateway;
  const together = createSingleFlight(() => metrics.shared.inc({ what: 'operation' }));
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      if (!executor) throw new Error('The gateway gave no executor.');
      return {
        executor: async (request) => {
          if (request.operation.operation !== 'query') return executor(request);
          const { query = '', operationName, variables } = request.request;
          const context = request.context as CallContext;
          const told = headers.map((each) => each.request(context.headers ?? {}));
          const key = JSON.stringify([query, operationName, variables, whoAsks(context), told]);
          const result = await together(key, () => executor(request));
          return result as Awaited<ReturnType<typeof executor>>;
        },
      };
    },
  };
}
