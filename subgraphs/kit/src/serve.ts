import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisesOf, type SubgraphName } from '@mycelium/schema/roster';
import Fastify, { type FastifyError } from 'fastify';
import { z } from 'zod';
import { CONTEXT_HEADER, callOf } from './call.ts';
import { DELIVERY_PATH } from './doors/delivery.ts';
import {
  canMoveClock,
  collectorVariable,
  innerNetworksOf,
  innerNetworksVariable,
  leaveMsOf,
  leaveVariable,
  oldSecretsVariable,
  parseEnv,
  portVariable,
  regionVariable,
  sharedEnv,
} from './env.ts';
import { parseExact } from './exact-json.ts';
import { type Bucket, filesVariable } from './files/bucket.ts';
import { checkFiles, type Files, openFiles } from './files/files.ts';
import { noteHostile } from './hostile.ts';
import { refusalOf } from './http-refusal.ts';
import { guardServer, refuseRequest, serverOptions } from './http-server.ts';
import { prepareDeparture } from './leave.ts';
import { createLog, type Logger } from './log.ts';
import { mailVariables } from './mail.ts';
import { type MetricsReaders, metricsReadersOf, metricsVariables, readerRefusal } from './metrics-readers.ts';
import { addresses, askOverHttp, neighbourVariables } from './neighbours.ts';
import { openProcessMetrics } from './process-metrics.ts';
import { serveSubscriptions } from './serve-subscriptions.ts';
import { type Manifest, type OpenSubgraph, openSubgraph } from './subgraph.ts';
import { inTraceOf, startTracing } from './tracing.ts';
import { endWhenUncaught } from './uncaught.ts';
import { answerUnrouted, refuse, refuseWithoutHost, routerOptions } from './unrouted.ts';
import { CONTEXT_FORGED } from './viewer.ts';

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** The variables of a subgraph that runs alone. */
export function variablesOf(name: SubgraphName) {
  return {
    ...sharedEnv,
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
    DATABASE_URL: z.url({ error: 'say where PostgreSQL is: postgres://user:password@host:5432/database' }),
    REDIS_URL: z.url({ error: 'say where Redis is: redis://host:6379' }),
    HOST: z.string().default('127.0.0.1'),
    ...mailVariables,
    ...metricsVariables,
    ...neighbourVariables,
    MYCELIUM_OLD_SECRETS: oldSecretsVariable,
    INNER_NETWORKS: innerNetworksVariable,
    REGION: regionVariable,
    LEAVE_MS: leaveVariable,
    DATA_DIR: z.string().optional(),
    FILES_URL: filesVariable,
    PORT: portVariable.default(promisesOf(name).port),
  };
}

/** Runs a subgraph alone, as its own process, until SIGTERM or SIGINT; a second one ends it at once. */
export async function serve(manifest: Manifest): Promise<void> {
  const env = parseEnv(variablesOf(manifest.name));
  const log = createLog(manifest.name, env.LOG_LEVEL);
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracing = endpoint ? await startTracing({ endpoint, service: manifest.name }) : undefined;
  const subgraph = await openSubgraph(manifest, {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    secret: env.MYCELIUM_SECRET,
    oldSecrets: env.MYCELIUM_OLD_SECRETS,
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    publicUrl: env.PUBLIC_URL,
    log,
    tracing: tracing !== undefined,
    neighbours: askOverHttp(addresses(env)),
    innerNetworks: innerNetworksOf(env),
    region: env.REGION,
    canMoveClock: canMoveClock(env),
    files: await filesOf(env, log),
  });
  const server = await listen(subgraph, {
    ...{ host: env.HOST, port: env.PORT, log, leaveMs: leaveMsOf(env) },
    metricsReaders: metricsReadersOf(env),
  });
  log.info({ url: server.url }, 'the subgraph is ready');
  const drain = async (): Promise<void> => {
    await server.close();
    await subgraph.close();
    await tracing?.stop();
  };
  endWhenUncaught({ log, drain });
  const stop = async (): Promise<void> => {
    await drain();
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

/** Where uploads and pictures are, when that is set; what cannot be used is a sentence on stderr and exit code 1, as any variable that is wrong. */
async function filesOf(
  env: { DATA_DIR?: string; FILES_URL?: Bucket; MYCELIUM_SECRET: string; MYCELIUM_OLD_SECRETS?: string[] },
  log: Logger,
): Promise<Files | undefined> {
  const { DATA_DIR: directory = tmpdir(), FILES_URL: bucket, MYCELIUM_SECRET: secret, MYCELIUM_OLD_SECRETS } = env;
  if (!env.DATA_DIR && !bucket) return undefined;
  const files = await openFiles({ directory, bucket, secret, oldSecrets: MYCELIUM_OLD_SECRETS });
  await checkFiles(files, log).catch((error: Error) => {
    process.stderr.write(`${bucket ? 'FILES_URL' : 'DATA_DIR'}: ${error.message}\n`);
    process.exit(1);
  });
  return files;
}

/** What is served of a subgraph. */
type Served = Pick<OpenSubgraph, 'schema' | 'execute' | 'subscribe' | 'health' | 'deliver'>;

interface Door {
  host: string;
  port: number;
  log: Logger;
  leaveMs?: number;
  metricsReaders?: MetricsReaders;
}

/** Opens a subgraph's door for the gateway: POST and graphql-ws on `/graphql`, and `/health`; beside it `/metrics` of the process. */
export async function listen(
  subgraph: Served,
  { host, port, log, leaveMs = 0, metricsReaders = 'nobody' }: Door,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = Fastify({
    serverFactory: (handler) => createServer(serverOptions, handler),
    clientErrorHandler: refuseRequest(log),
    ...routerOptions,
    routerOptions: { ignoreTrailingSlash: true },
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
    // What comes on a connection that is open is answered like what came before.
    return503OnClosing: false,
  });
  // A number whose digits would be lost is refused by the path of its field, so they are kept until then.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request: unknown, body: string, done) => {
    try {
      done(null, parseExact(body));
    } catch {
      // No request of GraphQL, as the handler says.
      done(null, undefined);
    }
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const departure = prepareDeparture(app);

  answerUnrouted(app);
  refuseWithoutHost(app);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode < 500) {
      const { status, message, code } = refusalOf(error, request);
      return refuse(reply, status, message, code);
    }
    log.error({ err: error }, 'a request failed');
    return refuse(reply, statusCode, 'Something went wrong on our side.', 'INTERNAL');
  });

  app.get('/health', async (_request, reply) => {
    const health = { ...(await subgraph.health()), ...(departure.isLeaving() && { server: 'is going away' }) };
    return reply.code(Object.values(health).every((state) => state === 'ok') ? 200 : 503).send(health);
  });

  let metrics: ReturnType<typeof openProcessMetrics> | undefined;
  app.get('/metrics', async (request, reply) => {
    const refusal = readerRefusal(metricsReaders, request, log);
    if (refusal) return refuse(reply, 401, refusal, 'UNAUTHENTICATED');
    metrics ??= openProcessMetrics();
    return reply.type(metrics.contentType).send(await metrics.show());
  });

  app.post('/graphql', async (request, reply) => {
    const body = bodySchema.safeParse(request.body);
    if (!body.success) return refuse(reply, 400, 'This is not a GraphQL request.');
    const { headers } = request;
    const result = await inTraceOf(headers, () => subgraph.execute(callOf(body.data, headers[CONTEXT_HEADER])));
    const { code, reason } = (result.data === undefined && result.errors?.[0]?.extensions) || {};
    const refused = code === 'UNAUTHENTICATED';
    if (reason === CONTEXT_FORGED) noteHostile(log, { what: 'a call that no gateway has signed', from: request.ip });
    return reply.code(refused ? 401 : 200).send(result);
  });

  app.post(DELIVERY_PATH, async ({ body, headers }, reply) => {
    if (!Buffer.isBuffer(body)) return refuse(reply, 400, 'This is not a delivery.');
    return reply.send(await subgraph.deliver({ bytes: body, signature: String(headers[CONTEXT_HEADER]) }));
  });

  guardServer(app.server, log);
  const sockets = serveSubscriptions(app.server, subgraph, log);

  await app.listen({ host, port });
  log.debug('listening');
  const address = app.server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${boundPort}/graphql`,
    /** Says first that it leaves, to whoever asks and to its sockets, which come back elsewhere; then it closes its door and finishes what has begun. */
    async close() {
      departure.announce();
      await Promise.all([sockets.close(), sleep(leaveMs)]);
      await departure.finish();
    },
  };
}
