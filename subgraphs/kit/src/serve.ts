import { createServer } from 'node:http';
import { roster } from '@mycelium/schema/roster';
import Fastify from 'fastify';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { CONTEXT_HEADER, POSITION_EXTENSION, type SubgraphCall } from './call.ts';
import {
  collectorVariable,
  innerNetworksOf,
  innerNetworksVariable,
  parseEnv,
  portVariable,
  regionVariable,
  sharedEnv,
} from './env.ts';
import { noteHostile } from './hostile.ts';
import { createLog, type Logger } from './log.ts';
import { mailVariables } from './mail.ts';
import { addresses, askOverHttp, neighbourVariables } from './neighbours.ts';
import { readCall } from './read-call.ts';
import { type Manifest, type OpenSubgraph, openSubgraph } from './subgraph.ts';
import { inTraceOf, startTracing } from './tracing.ts';

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Runs a subgraph alone, as its own process, until SIGTERM or SIGINT; a second one ends it at once. */
export async function serve(manifest: Manifest): Promise<void> {
  const env = parseEnv({
    ...sharedEnv,
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
    DATABASE_URL: z.url({ error: 'say where PostgreSQL is: postgres://user:password@host:5432/database' }),
    REDIS_URL: z.url({ error: 'say where Redis is: redis://host:6379' }),
    HOST: z.string().default('127.0.0.1'),
    ...mailVariables,
    ...neighbourVariables,
    INNER_NETWORKS: innerNetworksVariable,
    REGION: regionVariable,
    PORT: portVariable.default(roster[manifest.name].port),
  });
  const log = createLog(manifest.name, env.LOG_LEVEL);
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracing = endpoint ? await startTracing({ endpoint, service: manifest.name }) : undefined;
  const subgraph = await openSubgraph(manifest, {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    secret: env.MYCELIUM_SECRET,
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    publicUrl: env.PUBLIC_URL,
    log,
    tracing: tracing !== undefined,
    neighbours: askOverHttp(addresses(env)),
    innerNetworks: innerNetworksOf(env),
    region: env.REGION,
  });
  const server = await listen(subgraph, { host: env.HOST, port: env.PORT, log });
  log.info({ url: server.url }, 'the subgraph is ready');
  const stop = async (): Promise<void> => {
    await server.close();
    await subgraph.close();
    await tracing?.stop();
    // Whatever still waits for a server that does not answer would keep us.
    process.exit(0);
  };
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Who is asked twice does not finish anything.
      if (isEnding) process.exit(1);
      isEnding = true;
      void stop();
    });
}

/** Opens a subgraph's door for the gateway: POST and graphql-ws on `/graphql`, and `/health`. */
export async function listen(
  subgraph: OpenSubgraph,
  { host, port, log }: { host: string; port: number; log: Logger },
): Promise<{ url: string; close(): Promise<void> }> {
  const app = Fastify({
    serverFactory: (handler) => createServer(handler),
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: true,
  });

  app.get('/health', async (_request, reply) => {
    const health = await subgraph.health();
    return reply.code(Object.values(health).every((state) => state === 'ok') ? 200 : 503).send(health);
  });

  app.post('/graphql', async (request, reply) => {
    const body = bodySchema.safeParse(request.body);
    if (!body.success) return reply.code(400).send({ errors: [{ message: 'This is not a GraphQL request.' }] });
    const { headers } = request;
    const result = await inTraceOf(headers, () => subgraph.execute(callOf(body.data, headers[CONTEXT_HEADER])));
    const refused = result.data === undefined && result.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';
    if (refused) noteHostile(log, { what: 'a call that no gateway has signed', from: request.ip });
    return reply.code(refused ? 401 : 200).send(result);
  });

  const sockets = new WebSocketServer({ server: app.server, path: '/graphql', maxPayload: 8 * 1024 * 1024 });
  const graphqlWs = useServer(
    {
      // graphql-ws needs the document to tell the kind of operation; the subgraph validates and executes it itself, under the context in the message.
      onSubscribe: (_socket, _id, { query, variables, operationName, extensions }) => {
        try {
          return {
            schema: subgraph.schema,
            document: readCall(query, subgraph.schema),
            operationName: operationName ?? undefined,
            contextValue: {
              ...callOf({ query, variables, operationName }, extensions?.context),
              tellPosition: extensions?.[POSITION_EXTENSION] === true,
            },
          };
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
      },
      execute: ({ contextValue }) => subgraph.execute(contextValue as SubgraphCall),
      subscribe: ({ contextValue }) => subgraph.subscribe(contextValue as SubgraphCall),
    },
    sockets,
  );

  await app.listen({ host, port });
  log.debug('listening');
  const address = app.server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${boundPort}/graphql`,
    async close() {
      await graphqlWs.dispose();
      sockets.close();
      await app.close();
    },
  };
}

function callOf({ query, variables, operationName }: z.infer<typeof bodySchema>, context: unknown): SubgraphCall {
  return {
    query,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
    context: typeof context === 'string' ? context : '',
  };
}
