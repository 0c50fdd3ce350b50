import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime, createLoggerFromLogging, getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** Hive Gateway, with its own planner or (`rust`) with that of its router. */
const [, , file = '', planner] = process.argv;
const gateway = createGatewayRuntime({
  supergraph: readFileSync(file, 'utf8'),
  logging: createLoggerFromLogging(false),
  maskedErrors: false,
  transportEntries: { '*.http': { options: { subscriptions: { kind: 'ws' } } } },
  ...(planner === 'rust' ? { unifiedGraphHandler } : {}),
});
const server = createServer(gateway);
useServer(
  getGraphQLWSOptions(gateway, () => ({})),
  new WebSocketServer({ server, path: '/graphql' }),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
process.send?.({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql` });
