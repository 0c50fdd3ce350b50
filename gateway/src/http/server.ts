import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { parseExact } from '@mycelium/kit/exact-json';
import { guardServer, refuseRequest, serverOptions } from '@mycelium/kit/http-server';
import { answerUnrouted, refuseWithoutHost, routerOptions } from '@mycelium/kit/unrouted';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../call-context.ts';
import type { Metrics } from '../metrics.ts';
import { isInApp } from './apps.ts';
import { answerErrors } from './error-answer.ts';
import { contentSecurityPolicy, exposedHeaders } from './headers.ts';
import type { Tls } from './tls.ts';
import { traceRequests } from './trace-requests.ts';

export const MAX_BODY_BYTES = 1024 * 1024;

const HANDSHAKE_MS = 10_000;
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
  answerErrors(app, log);
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

function correlationId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
}
