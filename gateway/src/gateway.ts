import { readFileSync } from 'node:fs';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { hastyRedis } from '@mycelium/kit/redis';
import { deriveKey } from '@mycelium/kit/secrets';
import { anonymous } from '@mycelium/kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Introspection, Policies, Protection } from './admission.ts';
import { createAnswer } from './answer.ts';
import { type App, serveApps } from './apps.ts';
import { createAuth, IDENTITY_SUBGRAPH, type Identity, openAuth, tokenOf } from './auth.ts';
import type { CacheSeconds } from './cache/lifetime.ts';
import { openCache } from './cache/open-cache.ts';
import { type CallContext, signWith } from './call-context.ts';
import { type Traffic, trafficWith } from './calls/traffic.ts';
import { refuseForgery } from './csrf.ts';
import { silenceTelemetry } from './env.ts';
import { startGraphql } from './graphql-http.ts';
import { serveHealth } from './health.ts';
import { createHttp } from './http.ts';
import { defaultLimits, type LimitSettings, openLimits } from './limits/limits.ts';
import { createMetrics } from './observe.ts';
import { createDocuments, type DocumentMode, type Origin } from './persisted/documents.ts';
import { resolveRequest } from './persisted/http-request.ts';
import { openManifests } from './persisted/manifests.ts';
import { openRegistered } from './persisted/registered.ts';
import { type RestSource, restOf, serveRest } from './rest/serve-rest.ts';
import { openRevocations } from './revocations.ts';
import { connectSubgraph, type Subgraph, type SubgraphLocation } from './subgraph.ts';
import { sourceOf } from './subgraph-request.ts';
import { createFanOut } from './subscriptions/fan-out.ts';
import { serveSockets } from './subscriptions/socket.ts';
import { buildRuntime } from './supergraph.ts';
import { countUsage } from './usage/usage.ts';

export interface GatewayOptions {
  supergraphSdl: string;
  /** Where subgraphs are; one that is not named here is at its routing URL of the supergraph. */
  subgraphs?: Record<string, SubgraphLocation>;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Of all gateways; hears of revocations. */
  redisUrl?: string;
  apps?: readonly App[];
  /** What is served over REST. */
  rest?: RestSource;
  /** Who may ask for the schema; everyone unless told otherwise. */
  introspection?: Introspection;
  traffic?: Partial<Traffic>;
  /** By type how long answers are kept, in Redis if there is one; nothing is without it. */
  cacheSeconds?: CacheSeconds;
  /** The directory of the persisted operations, `<client>/persisted-documents.json`. */
  operations?: string;
  /** Free unless told otherwise. */
  documents?: DocumentMode;
  limits?: LimitSettings;
  /** Grants what `@policy` demands; nobody is granted any unless told otherwise. */
  policies?: Policies;
  log: Logger;
}

/** With login and signed contexts; or open, in front of any supergraph. */
type Trust = { open?: false; secret: string } | { open: true; secret?: undefined };

export interface Gateway {
  url: string;
  /** Takes nothing new, ends sockets with 1001, lets requests finish. */
  close(): Promise<void>;
}

/** With it the answer tells what the operation may cost, where free documents run. */
const COST_HEADER = 'x-graphql-cost';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The one door: resolves when it listens. */
export async function startGateway(options: GatewayOptions & Trust): Promise<Gateway> {
  silenceTelemetry();
  const { log, open = false } = options;
  const protection: Protection = {
    introspection: options.introspection ?? 'everyone',
    limits: options.limits ?? (open ? openLimits : defaultLimits),
    policies: options.policies ?? (() => []),
  };
  // One runtime per supergraph; a reload will put a new one here, and what was planned before keeps its own.
  const current = buildRuntime(options.supergraphSdl);
  const runtime = () => current;
  const manifests = options.operations === undefined ? [] : [await openManifests(options.operations, log)];

  const metrics = createMetrics();
  const traffic = trafficWith(options.traffic);
  const rest = options.rest && restOf(options.rest, current);
  const cache = openCache(options.cacheSeconds, current.api, options.redisUrl, log);
  const sign = signWith(options.secret === undefined ? undefined : deriveKey(options.secret, 'context'));
  const subgraphs = connectSubgraphs(current.routingUrls, options.subgraphs ?? {}, (name, location) =>
    connectSubgraph(name, location, traffic, metrics),
  );
  const revocations = openRevocations(options.redisUrl, log);
  const identity = subgraphs.get(IDENTITY_SUBGRAPH);
  if (!open && !identity)
    throw new Error(
      `There is no subgraph ${IDENTITY_SUBGRAPH}, which knows who may log in; run the gateway open, or add it.`,
    );
  const auth = open || !identity ? openAuth : createAuth(identity, sign, revocations);

  const redisUrl = open ? undefined : options.redisUrl;
  const redis = redisUrl === undefined ? undefined : hastyRedis(redisUrl, log);
  const lists = redis && redisUrl ? [...manifests, openRegistered(redis, redisUrl, log)] : manifests;
  const usage = countUsage(metrics, redis, log);
  const mode = open ? 'free' : (options.documents ?? 'free');
  const documents = createDocuments({ lists, mode });

  const app = await createHttp(log, metrics);
  const sources = new Map([...subgraphs].map(([name, each]) => [name, sourceOf(each, sign, metrics, traffic)]));
  const answer = createAnswer({ sources, traffic, metrics, cache });
  const graphql = await startGraphql(app, { runtime, answer, metrics, log, protection, usage });
  const identities = new WeakMap<FastifyRequest, Identity>();
  const origins = new WeakMap<FastifyRequest, Origin>();
  const viewerOf = (request: FastifyRequest) => identities.get(request)?.viewer ?? anonymous;
  const contextOf = (
    request: FastifyRequest,
    reply: FastifyReply,
    operation: unknown,
    origin?: Origin,
  ): CallContext => {
    const viewer = viewerOf(request);
    const { kind, id, tenantId } = viewer;
    request.told = { viewer: kind, viewerId: id || undefined, tenantId, client: origin?.client, operation };
    const asksCost = mode === 'free' && request.headers[COST_HEADER] !== undefined;
    const answerWith = (name: string, value: string | string[]) => void reply.header(name, value);
    const { id: correlationId, ip: address, headers } = request;
    return { viewer, correlationId, address, log, open, origin, asksCost, headers, answerWith };
  };
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      refuseForgery(request.method, request.headers);
      identities.set(request, await auth.identify(tokenOf(request.headers)));
    },
    preHandler: async (request) => {
      const origin = await resolveRequest(request, documents, viewerOf(request));
      if (origin) origins.set(request, origin);
    },
    handler: fastifyApolloHandler(graphql, {
      context: async (request, reply) => contextOf(request, reply, operationNameOf(request.body), origins.get(request)),
    }),
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  if (!open) {
    app.get('/.well-known/jwks.json', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(await auth.keySet()),
    );
  }
  if (rest) {
    serveRest(app, {
      bindings: rest,
      graphql,
      version,
      async contextOf(request, reply, operation) {
        const identity = await auth.identify(tokenOf(request.headers));
        identities.set(request, identity);
        const { kind, id } = identity.viewer;
        return contextOf(request, reply, operation, { client: kind === 'client' ? id : 'rest', isRegistered: true });
      },
    });
  }
  serveHealth(app, { subgraphs: [...subgraphs.values()], revocations, version });
  await serveApps(app, options.apps ?? []);

  const fanOut = createFanOut({ subgraphs, sources, sign, metrics, log, open });
  const sockets = serveSockets(app.server, {
    runtime,
    documents,
    graphql,
    fanOut,
    metrics,
    protection,
    usage,
    auth,
    revocations,
    log,
    open,
  });
  const close = async () => {
    await sockets.close();
    fanOut.close();
    // Apollo drains Fastify first, then itself.
    await graphql.stop();
    revocations.close();
    cache?.store.close();
    for (const list of lists) list.close();
    await usage.close();
    redis?.disconnect();
    await Promise.all([...subgraphs.values()].map((each) => each.close()));
  };

  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function operationNameOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'operationName' in body ? body.operationName : undefined;
}

function connectSubgraphs(
  routingUrls: ReadonlyMap<string, string>,
  given: Record<string, SubgraphLocation>,
  connect: (name: string, location: SubgraphLocation) => Subgraph,
): ReadonlyMap<string, Subgraph> {
  return new Map([...routingUrls].map(([name, url]) => [name, connect(name, given[name] ?? { url })]));
}
