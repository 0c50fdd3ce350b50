import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Auth } from '../auth.ts';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import { noteBounds } from '../hostile.ts';
import { MAX_BODY_BYTES } from '../http.ts';
import type { Documents } from '../persisted/documents.ts';
import type { Registered } from '../persisted/registered.ts';
import { identifyCaller } from '../rate/caller.ts';
import type { RateLimiter } from '../rate/limiter.ts';
import type { Revocations } from '../revocations.ts';
import { type Connection, createConnection, TOO_MANY } from './connection.ts';
import { endOneByOne } from './drain.ts';
import { type LiveLimits, type Turnstile, tooManySubscriptions } from './limits.ts';
import { isErrors, type Listener, prepareRun, Refusal, type Runnable, type RunOptions } from './run.ts';
import { createOutlet, type Outlet, type Pipe, type SlowConsumers } from './slow-reader.ts';
import { isRenewal, withQuery } from './socket-message.ts';
import { FAREWELL_MS, pipeOf, refuseUpgrade } from './socket-pipe.ts';
import { type OperationTrace, traceOperation } from './trace.ts';

const PATH = '/graphql';
const KEEP_ALIVE_MS = 12_000;
const GOING_AWAY = 1001;

interface Options extends RunOptions {
  documents: Documents;
  registered: Registered;
  rates: RateLimiter;
  addressOf(request: IncomingMessage): string;
  auth: Auth;
  revocations: Revocations;
  log: Logger;
  open: boolean;
  slowConsumers: SlowConsumers;
  limits: LiveLimits;
  turnstile: Turnstile;
  /** Over how long clients are sent away at the end. */
  drainMs: number;
}

interface Extra {
  connection: Connection;
  pipe: Pipe;
  /** Subscriptions that are open. */
  running: Set<string>;
  /** Whether there is room for this viewer; if not, the socket is closing. */
  enter(): boolean;
  address: string;
  /** Of the upgrade request, as far as a rule forwards them. */
  headers?: IncomingHttpHeaders;
}

/** What a `subscribe` message has become, on its way through graphql-ws. */
interface Started {
  runnable: Runnable;
  listener: Listener;
  trace: OperationTrace;
}

/** Serves graphql-transport-ws on the upgrade requests of a server; see PROTOCOL.md. */
export function serveSockets(server: Server, options: Options): { close(): Promise<void> } {
  const { auth, revocations, metrics, log, turnstile, drainMs } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    handleProtocols,
    perMessageDeflate: false,
  });
  const protocol = makeServer<Record<string, unknown>, Extra>(hooks(options));
  const connections = new Map<WebSocket, Connection>();
  let isClosing = false;

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (isClosing) return refuseUpgrade(stream, '503 Service Unavailable');
    if (request.url?.split('?')[0] !== PATH) return refuseUpgrade(stream, '404 Not Found');
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request, stream));
  };
  server.on('upgrade', onUpgrade);

  const accept = (socket: WebSocket, request: IncomingMessage, stream: Duplex): void => {
    const address = options.addressOf(request);
    const identify = (readToken: () => string | undefined) => identifyCaller(readToken, address, options);
    const connection = createConnection(socket, { auth, identify, metrics });
    connections.set(socket, connection);
    const pipe = pipeOf(socket, stream);
    // What is no event of a subscription is never left out.
    const { push: send } = createOutlet(pipe, 'none', {}, metrics);
    const headers = options.forwardable(request.headers);
    let leave = () => {};
    const enter = (): boolean => {
      if (socket.readyState !== socket.OPEN) return false;
      const { id, tenantId } = connection.viewer();
      const entered = turnstile.enter({ viewerId: id, tenantId, address });
      if (typeof entered === 'string') {
        noteBounds([{ extensions: { code: 'TOO_MANY_CONNECTIONS' } }], { log, address, viewer: connection.viewer() });
        socket.close(TOO_MANY, entered);
      } else leave = entered;
      return typeof entered !== 'string';
    };
    metrics.connections.inc({ transport: 'socket' });
    alive.add(socket);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: async (text) => send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) =>
            handle(withQuery(String(data))).catch((error: unknown) => {
              log.error({ err: error }, 'a socket message failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            }),
          ),
        onPing: async (payload) => {
          const answer = await connection.renew(payload);
          send(JSON.stringify({ type: 'pong', payload: answer ?? (isRenewal(payload) ? undefined : payload) }));
        },
      },
      { connection, pipe, running: new Set(), enter, address, headers },
    );
    socket.on('pong', () => alive.add(socket));
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.once('close', (code, reason) => {
      connections.delete(socket);
      connection.end();
      leave();
      metrics.connections.dec({ transport: 'socket' });
      closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'a socket did not close well'));
    });
  };

  // A socket that has not answered one ping by the next is gone.
  const alive = new WeakSet<WebSocket>();
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, KEEP_ALIVE_MS);

  revocations.listen((id) => {
    for (const connection of connections.values()) void connection.revoked(id);
  });

  return {
    async close() {
      isClosing = true;
      await endOneByOne(sockets.clients, drainMs, (socket) => socket.close(GOING_AWAY, 'Going away'));
      clearInterval(keepAlive);
      const stragglers = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, FAREWELL_MS);
      await Promise.all([...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      clearTimeout(stragglers);
    },
  };
}

/** graphql-ws speaks the protocol; these decide what its messages mean here. */
function hooks(options: Options): ServerOptions<Record<string, unknown>, Extra> {
  const { log, open, limits, slowConsumers, metrics } = options;
  const contexts = new WeakMap<object, CallContext>();

  return {
    connectionInitWaitTimeout: 10_000,
    onConnect: async ({ connectionParams, extra }) => (await extra.connection.begin(connectionParams)) && extra.enter(),

    async onSubscribe({ extra }, id, payload) {
      const context: CallContext = {
        viewer: extra.connection.viewer(),
        correlationId: randomUUID(),
        address: extra.address,
        transport: 'socket',
        headers: extra.headers,
        log,
        open,
        told: { operation: payload.operationName },
      };
      contexts.set(payload, context);
      const trace = traceOperation(context.correlationId);
      const runnable = await trace.within(() => prepare(payload, context, options));
      const { connection, pipe, running } = extra;
      const { correlationId, viewer } = context;
      const { client, documentId } = context.origin ?? {};
      const line = { correlationId, transport: 'socket', viewer: viewer.kind, client, documentId, ...context.told };
      if (isErrors(runnable)) {
        trace.end();
        log.info({ ...line, outcome: 'refused' }, 'operation');
        return [...runnable];
      }
      if (runnable.kind === 'subscription') {
        if (running.size >= limits.subscriptionsPerConnection) {
          trace.end();
          log.info({ ...line, outcome: 'refused' }, 'operation');
          return [tooManySubscriptions(limits.subscriptionsPerConnection)];
        }
        running.add(id);
      }
      log.info({ ...line, kind: runnable.kind, outcome: 'started' }, 'operation');
      const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
      let outlet: Outlet | undefined;
      const listener: Listener = {
        begin: (field) => {
          outlet = createOutlet(pipe, field, slowConsumers, metrics);
        },
        deliver: (text) => outlet?.push(`${head}${text}}`),
        end: () => outlet?.end(),
        onViewer: connection.onViewer,
      };
      const started: Started = { runnable, listener, trace };
      return {
        schema: options.runtime().api,
        document: runnable.document,
        operationName: payload.operationName,
        contextValue: started,
      };
    },
    execute: ({ contextValue }) => run(contextValue),
    subscribe: ({ contextValue }) => run(contextValue),

    // Results of queries come with their errors formatted; those of subscriptions do not come this way at all.
    onNext: (_context, _id, _payload, _args, result) => result,
    onComplete: ({ extra }, id) => void extra.running.delete(id),
    onError({ extra }, id, payload, errors) {
      extra.running.delete(id);
      const [first] = errors;
      const cause = first && 'originalError' in first ? first.originalError : undefined;
      if (cause instanceof Refusal) return cause.told;
      return presentErrors(
        errors as readonly GraphQLError[],
        contexts.get(payload) ?? { log, open, correlationId: randomUUID() },
      );
    },
  };
}

async function prepare(payload: SubscribePayload, context: CallContext, options: Options) {
  try {
    await options.rates.take(context.viewer, context.address ?? '');
    context.viewer = await options.registered.narrow(context.viewer);
    const resolved = await options.documents.resolve(payload, context.viewer);
    context.origin = resolved?.origin;
    return prepareRun({ ...payload, query: resolved?.query ?? payload.query }, context, options);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function run(started: unknown) {
  // What `onSubscribe` above has put there.
  const { runnable, listener, trace } = started as Started;
  const running = trace.within(() => runnable.run(listener));
  running.finally(trace.end).catch(() => {});
  return running;
}
