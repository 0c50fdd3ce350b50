import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { parseExact } from '@mycelium/kit/exact-json';
import { noteHostile } from '@mycelium/kit/hostile';
import { refusalOf } from '@mycelium/kit/http-refusal';
import { guardServer, refuseRequest, serverOptions } from '@mycelium/kit/http-server';
import { answerUnrouted, refuseWithoutHost, routerOptions } from '@mycelium/kit/unrouted';
import { pictureSources } from '@mycelium/schema/pictures';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../call-context.ts';
import { statusIn } from '../errors.ts';
import { noteBounds } from '../hostile.ts';
import type { Metrics } from '../metrics.ts';
import { isInApp } from './apps.ts';
import { retryAfterOf } from './status.ts';
import type { Tls } from './tls.ts';
import { traceRequests } from './trace-requests.ts';

export const MAX_BODY_BYTES = 1024 * 1024;

const HANDSHAKE_MS = 10_000;

/** Nothing from another origin but pictures, and GraphiQL's workers. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: [...pictureSources],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    frameAncestors: ["'self'"],
  },
};

/** Of answers that are data and no page, where helmet would work out the same for every request. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What pages of other origins may read beside the body. */
const exposedHeaders = [
  CORRELATION_HEADER,
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'x-cache',
];
const PREFLIGHT_SECONDS = 600;

/** The HTTP server before it knows any route: headers, compression, correlation, one log line and one measure per request. */
export async function createHttp(
  log: Logger,
  metrics: Metrics,
  { trustProxy, tls, origins }: { trustProxy: string[] | false; tls?: Tls; origins: readonly string[] },
): Promise<FastifyInstance> {
  const app = fastify({
    ...(tls ? { https: { ...serverOptions, handshakeTimeout: HANDSHAKE_MS, ...tls.pair } } : { http: serverOptions }),
    requestTimeout: serverOptions.requestTimeout,
    clientErrorHandler: refuseRequest(log),
    ...routerOptions,
    rewriteUrl: ({ url = '/' }) => withoutSlash(url),
    trustProxy,
    bodyLimit: MAX_BODY_BYTES,
    loggerInstance: log as FastifyBaseLogger,
    // Our lines carry the correlation id by themselves.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => correlationId(headers[CORRELATION_HEADER]),
    forceCloseConnections: 'idle',
    // What has begun on a connection that is open is finished.
    return503OnClosing: false,
  });
  guardServer(app.server, log);
  answerUnrouted(app);
  if (origins.length > 0) {
    // Tokens travel in headers and never in cookies, so that no credentials of the browser are let in.
    await app.register(cors, {
      origin: [...origins],
      methods: ['GET', 'POST'],
      // Who asks with OPTIONS without being a browser is answered too.
      strictPreflight: false,
      exposedHeaders,
      maxAge: PREFLIGHT_SECONDS,
    });
  }
  await app.register(helmet, { contentSecurityPolicy });
  await app.register(compress, {
    threshold: 1024,
    customTypes: /^(text\/|application\/(graphql-response\+)?json|application\/javascript|image\/svg)/,
  });

  // JSON is the only body that there is.
  app.removeContentTypeParser('text/plain');
  // Long numbers keep their digits, and `__proto__` is a key like another.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request: unknown, body: string, done) => {
    try {
      done(null, parseExact(body));
    } catch {
      done(new GraphQLError('The body is not JSON.', { extensions: { code: 'BAD_REQUEST' } }));
    }
  });

  traceRequests(app);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  refuseWithoutHost(app);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method, url, id } = request;
    const { statusCode: status, elapsedTime } = reply;
    metrics.requestSeconds.observe({ route, method, status }, elapsedTime / 1000);
    if (request.client) metrics.clientSeconds.observe({ client: request.client }, elapsedTime / 1000);
    const line = { correlationId: id, method, path: url.split('?')[0], status, ms: Math.round(elapsedTime * 10) / 10 };
    log.info({ ...line, ...request.told }, 'request');
    done();
  });
  app.setErrorHandler((error: FastifyError | GraphQLError, request, reply) => {
    const { status, told } = described(error, request);
    if (error instanceof GraphQLError) noteBounds([error], { log, correlationId: request.id, address: request.ip });
    const what = hostileStatuses.get(status);
    if (what)
      noteHostile(log, {
        what,
        from: request.ip,
        details: { correlationId: request.id, path: request.url.split('?')[0] },
      });
    if (status >= 500 && status !== 503) {
      log.error({ err: error, correlationId: request.id }, 'a request failed');
    }
    const retryAfter = retryAfterOf(status, [told]);
    // A limit has said so already.
    if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter);
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ errors: [told] });
  });
  return app;
}

/** A slash at the end makes no other path, but in the apps, whose pages lead from there. */
function withoutSlash(url: string): string {
  const [path = '', ...query] = url.split('?');
  if (path.length < 2 || !path.endsWith('/') || isInApp(path)) return url;
  return [path.slice(0, -1), ...query].join('?');
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log line of this request says beside the usual. */
    told?: Record<string, unknown>;
    /** Who asks an operation, as measures name them. */
    client?: string;
  }
}

/** What no client of ours sends. */
const hostileStatuses = new Map([
  [413, 'a body that is too large'],
  [414, 'an address that is too long'],
]);

const statusByCode = new Map<unknown, number>([
  ['BAD_REQUEST', 400],
  ['UNAUTHENTICATED', 401],
  ['UNAVAILABLE', 503],
]);

function described(
  error: FastifyError | GraphQLError,
  request: FastifyRequest,
): { status: number; told: GraphQLFormattedError } {
  if (error instanceof GraphQLError) {
    const { http, ...extensions } = error.extensions;
    const status = statusIn(http) ?? statusByCode.get(extensions.code) ?? 500;
    if (status < 500 || status === 503) return { status, told: { message: error.message, extensions } };
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) {
    const { status, message, code } = refusalOf(error as FastifyError, request);
    return { status, told: { message, extensions: { code } } };
  }
  const extensions = { code: 'INTERNAL', correlationId: request.id };
  return { status, told: { message: 'Something went wrong on our side.', extensions } };
}

function correlationId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
}
