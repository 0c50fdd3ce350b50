import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { CONTEXT_HEADER, POSITION_EXTENSION, type SubgraphCall } from '@mycelium/kit/call';
import { Busy } from '@mycelium/kit/errors';
import { verifyContext } from '@mycelium/kit/viewer';
import { type ExecutionResult, execute, GraphQLError, parse, subscribe, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { SubgraphLocation } from '../../src/calls/subgraph.ts';

/** A small, real subgraph, and what its tests look at. */
export interface TestSubgraph {
  name: string;
  sdl: string;
  /** As if it lived in the gateway's process. */
  local: Extract<SubgraphLocation, { execute: unknown }>;
  /** Every call that reached it. */
  calls: SubgraphCall[];
  /** The reason why its database is away, if it is. */
  down?: string;
  /** And in how many seconds it will be back, where it says so. */
  retryAfter?: number;
  /** In how many seconds it has room again, when more is asked than it has room for. */
  busyFor?: number;
  /** Where its feed stands; without it the subgraph tells no positions, as a foreign one. */
  position?: () => string;
}

type Module = Extract<
  Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number],
  { typeDefs: unknown }
>;
type Resolvers = NonNullable<Module['resolvers']>;

/** `key` is undefined for a subgraph that asks nobody who they are. */
export function testSubgraph(
  name: string,
  sdl: string,
  resolvers: Resolvers,
  key: KeyObject | undefined,
): TestSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const calls: SubgraphCall[] = [];

  const prepare = (call: SubgraphCall) => {
    calls.push(call);
    const contextValue = key ? verifyContext(call.context, { ...call, to: name }, key) : undefined;
    if (key && typeof contextValue !== 'object') return refusal('UNAUTHENTICATED', 'Only the gateway may call.');
    if (subgraph.down) return refusal('UNAVAILABLE', subgraph.down, { retryAfter: subgraph.retryAfter });
    if (subgraph.busyFor) return { errors: [new Busy(subgraph.busyFor)] };
    const document = parse(call.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return { schema, document, variableValues: call.variables, operationName: call.operationName, contextValue };
  };

  const subgraph: TestSubgraph = {
    name,
    sdl,
    calls,
    local: {
      async execute(call) {
        const args = prepare(call);
        return 'errors' in args ? args : execute(args);
      },
      async subscribe(call) {
        const args = prepare(call);
        if ('errors' in args) return args;
        const stream = await subscribe(args);
        if (!(Symbol.asyncIterator in stream)) return stream;
        const events = stream as AsyncIterableIterator<ExecutionResult>;
        return call.tellPosition && subgraph.position ? startingAt(subgraph.position(), events) : events;
      },
      health: async () => ({ postgres: subgraph.down ?? 'ok', redis: 'ok' }),
    },
  };
  return subgraph;
}

/** The same events behind a first result that tells where they begin. */
function startingAt(
  position: string,
  events: AsyncIterableIterator<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  let isTold = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (isTold) return events.next();
      isTold = true;
      return Promise.resolve({ done: false, value: { extensions: { [POSITION_EXTENSION]: position } } });
    },
    return: async () => (await events.return?.()) ?? { done: true, value: undefined },
  };
}

/** The same for everybody, as an open gateway demands. */
export function unguarded(sdl: string): string {
  return sdl.replace(/ @(authenticated|(requiresScopes|policy)\(\w+: \[\[[^)]*\]\]\))/g, '');
}

function refusal(code: string, message: string, more: Record<string, unknown> = {}) {
  return { errors: [new GraphQLError(message, { extensions: { code, ...more } })] };
}

export interface Served {
  url: string;
  /** Ends it as a crash would: no goodbye on any socket. */
  crash(): Promise<void>;
  sockets(): number;
  /** Headers of each upgrade request. */
  upgrades: IncomingHttpHeaders[];
}

/** The subgraph behind HTTP and graphql-ws; the port is given to start it again where it was. */
export async function serveAlone({ local }: TestSubgraph, port = 0): Promise<Served> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/health') {
      const health = await local.health();
      return answer(health.postgres === 'ok' ? 200 : 503, health);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const context = String(request.headers[CONTEXT_HEADER] ?? '');
    answer(200, await local.execute({ ...JSON.parse(Buffer.concat(chunks).toString()), context }));
  });
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const upgrades: IncomingHttpHeaders[] = [];
  server.on('upgrade', ({ headers }) => upgrades.push(headers));
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    {
      onSubscribe: (_context, _id, { query, variables, operationName, extensions }) => {
        const call = { query, variables: variables ?? undefined, operationName: operationName ?? undefined };
        const context = String(extensions?.context ?? '');
        const tellPosition = extensions?.[POSITION_EXTENSION] === true;
        return { schema: undefined as never, document: parse(query), contextValue: { ...call, context, tellPosition } };
      },
      subscribe: ({ contextValue }) => local.subscribe(contextValue as SubgraphCall),
    },
    sockets,
  );
  const bound = await listening(server, port);
  return {
    url: `http://127.0.0.1:${bound}/graphql`,
    sockets: () => sockets.clients.size,
    upgrades,
    async crash() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
