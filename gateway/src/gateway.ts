import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import proxyAddr from '@fastify/proxy-addr';
import { announceLeaving, finishRequests } from '@mycelium/kit/leave';
import { hastyRedis } from '@mycelium/kit/redis';
import { deriveKey } from '@mycelium/kit/secrets';
import { openCache } from './answer/cache/open-cache.ts';
import { type CallContext, signWith } from './call-context.ts';
import { admitCaller } from './caller/admit-caller.ts';
import { createAuth, IDENTITY_SUBGRAPH, openAuth } from './caller/auth.ts';
import { clientNamer } from './caller/client-name.ts';
import { limitRates, unlimited } from './caller/rate-limiter.ts';
import { defaultRates } from './caller/rates.ts';
import { openRevocations } from './caller/revocations.ts';
import { createTokenAuth, grantedBy } from './caller/tokens.ts';
import { forwardable } from './calls/header-rules.ts';
import { trafficWith } from './calls/traffic.ts';
import { subgraphNow } from './generations/generation.ts';
import { openGenerations } from './generations/reload.ts';
import { serveApps } from './http/apps.ts';
import { createHttpContexts } from './http/context.ts';
import { refuseForgery } from './http/csrf.ts';
import { answerHeaders } from './http/headers.ts';
import { serveHealth } from './http/health.ts';
import { serveMetrics } from './http/serve-metrics.ts';
import { createHttp } from './http/server.ts';
import { openTls } from './http/tls.ts';
import { serveEventStreams } from './live/event-stream.ts';
import { wantsEvents } from './live/event-stream-request.ts';
import { createTurnstile, generousLimits, noLimits } from './live/limits.ts';
import { serveSockets } from './live/socket.ts';
import { createMetrics } from './metrics.ts';
import type { Protection } from './operation/admission.ts';
import { defaultLimits, openLimits } from './operation/limits.ts';
import { tellRefusals } from './operation/refusals.ts';
import type { GatewayOptions, Trust } from './options.ts';
import type { ClientLists } from './persisted/client-list.ts';
import { resolveRequest } from './persisted/http-request.ts';
import { openDocuments } from './persisted/open-documents.ts';
import { serveRest } from './rest/serve-rest.ts';
import { silenceTelemetry } from './settings/env.ts';
import { createFanOut } from './subscriptions/fan-out.ts';
import { countUsage } from './usage/usage.ts';

export interface Gateway {
  url: string;
  /** What API clients may do; in Redis for all gateways, without Redis for this one. */
  clientLists: ClientLists;
  /** Serves another supergraph without an interruption; rejects when it is refused, and then the old one stays. */
  reload(supergraphSdl: string): Promise<void>;
  /** Takes nothing new, ends sockets with 1001, lets requests finish. */
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const DRAIN_MS = 10_000;
const EVENT_WAIT_MS = 30_000;

/** The one door: resolves when it listens. */
export async function startGateway(options: GatewayOptions & Trust): Promise<Gateway> {
  silenceTelemetry();
  const { log, open = false, trustedProxies = [] } = options;
  const mode = options.documents ?? 'free';
  const tls = options.tls && (await openTls(options.tls, log));

  const metrics = createMetrics();
  const traffic = trafficWith(options.traffic);
  const cache = openCache(options.cacheSeconds, options.redisUrl, log);
  const sign = signWith(options.secret === undefined ? undefined : deriveKey(options.secret, 'context'));
  const revocations = openRevocations(options.redisUrl, log);
  let isDraining = false;
  const { redisUrl } = options;
  const redis = redisUrl === undefined ? undefined : hastyRedis(redisUrl, log);
  const refused = tellRefusals(open ? undefined : redis, log);
  const protection: Protection = {
    introspection: options.introspection ?? 'everyone',
    limits: options.limits ?? (open ? openLimits : defaultLimits),
    policies: options.policies ?? (({ policies = [] }) => policies),
    onRefused: refused.note,
  };
  const { documents, registered, clientLists, ...opened } = await openDocuments({
    operations: options.operations,
    // Without login there are no API clients.
    redis: redis && redisUrl && !open ? { commands: redis, url: redisUrl } : undefined,
    mode,
    log,
  });
  const usage = countUsage(metrics, redis, log);
  const settings = options.rates ?? (open ? undefined : defaultRates);
  const rates = settings ? limitRates({ rates: settings, registered, redis, metrics }) : unlimited;

  const nameClient = clientNamer(options.clients ?? []);
  const { identify, identityOf, place, contextOf } = createHttpContexts({ log, open, mode, nameClient });
  const generations = await openGenerations(
    options.supergraphSdl,
    {
      locations: options.subgraphs ?? {},
      sign,
      metrics,
      log,
      protection,
      usage,
      needed: open ? [] : [IDENTITY_SUBGRAPH],
      grants: open && !options.policies ? grantedBy(options.tokens) : 'everything',
      context: contextOf,
      traffic,
      cache,
      rest: options.rest,
      manifests: opened.manifests,
    },
    () => fanOut.move(),
  );
  const { current } = generations;
  const runtime = () => current().runtime;
  const openly = options.tokens ? createTokenAuth(options.tokens) : openAuth;
  const auth = open ? openly : createAuth(subgraphNow(IDENTITY_SUBGRAPH, current), sign, revocations);
  const eventWaitMs = options.eventWaitMs ?? EVENT_WAIT_MS;
  const fanOut = createFanOut({ served: current, protection, sign, metrics, log, open, eventWaitMs });

  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  const app = await createHttp(log, metrics, { trustProxy, tls, origins: options.corsOrigins ?? [] });
  announceLeaving(app, () => isDraining);
  const renewed = tls?.renew(app.server);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    helmet: false,
    onRequest: async (request, reply) => {
      reply.headers(answerHeaders);
      refuseForgery(request.method, request.headers);
      identify(request, await admitCaller(request, reply, { auth, rates, log, registered }));
    },
    preHandler: async (request) => {
      const origin = await resolveRequest(request, documents, identityOf(request).viewer);
      if (origin) place(request, origin);
    },
    handler: (request, reply) => {
      if (!wantsEvents(request)) return current().answer(request, reply);
      const context: CallContext = { ...contextOf(request, reply), transport: 'events' };
      return eventStreams.serve(request, reply, identityOf(request), context);
    },
  });
  const operationsKept = () => runtime().operations.size;
  serveMetrics(app, metrics, { readers: options.metricsReaders ?? 'everyone', operationsKept, redis, log });
  if (!open) {
    app.get('/.well-known/jwks.json', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(await auth.keySet()),
    );
  }
  if (options.rest) {
    serveRest(app, {
      bindings: () => current().rest,
      execute: () => current().execute,
      version,
      open,
      async contextOf(request, reply, { operation, documentId }) {
        const identity = await admitCaller(request, reply, { auth, rates, log, registered });
        identify(request, identity);
        const { kind, id } = identity.viewer;
        const terms = kind === 'client' ? await registered.termsOf(id) : undefined;
        const client = kind === 'client' ? id : 'rest';
        place(request, { client, isRegistered: true, documentId, maxCost: terms?.cost });
        return contextOf(request, reply, operation);
      },
    });
  }
  serveHealth(app, {
    subgraphs: () => [...current().subgraphs.values()],
    supergraph: generations.state,
    revocations,
    isDraining: () => isDraining,
    version,
  });
  await serveApps(app, options.apps ?? []);

  const liveLimits = { ...(open ? noLimits : generousLimits), ...options.liveLimits };
  const live = {
    runtime,
    documents,
    registered,
    execute: () => current().execute,
    fanOut,
    metrics,
    protection,
    usage,
    rates,
    forwardable: forwardable(traffic.headers),
    addressOf: (request: IncomingMessage) => proxyAddr(request, [...trustedProxies]),
    auth,
    revocations,
    log,
    open,
    slowConsumers: options.slowConsumers ?? {},
    limits: liveLimits,
    turnstile: createTurnstile(liveLimits),
    drainMs: options.drainMs ?? DRAIN_MS,
  };
  const sockets = serveSockets(app.server, live);
  const eventStreams = serveEventStreams(live);
  const close = async () => {
    isDraining = true;
    renewed?.();
    await Promise.all([sockets.close(), eventStreams.close(), sleep(options.leaveMs ?? 0)]);
    fanOut.close();
    await finishRequests(app);
    await generations.stop();
    revocations.close();
    cache?.store.close();
    opened.close();
    await Promise.all([usage.close(), refused.close()]);
    redis?.disconnect();
  };

  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, clientLists, close, reload: generations.reload };
  } catch (error) {
    await close();
    throw error;
  }
}
