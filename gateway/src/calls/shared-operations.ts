import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { CallContext } from '../call-context.ts';
import type { Metrics } from '../observe.ts';
import { whoAsks } from './shared-calls.ts';
import { createSingleFlight } from './single-flight.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<CallContext>['gateway'];

/** Identical queries of the same viewer that are under way are executed once. */
export function shareOperations(gateway: GatewayInterface, metrics: Metrics): GatewayInterface {
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
          const who = whoAsks(request.context as CallContext);
          const result = await together(JSON.stringify([query, operationName, variables, who]), () =>
            executor(request),
          );
          return result as Awaited<ReturnType<typeof executor>>;
        },
      };
    },
  };
}
