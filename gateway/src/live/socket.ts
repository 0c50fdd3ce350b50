import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { noteHostile } from '@mycelium/kit/hostile';
import { openSockets } from '@mycelium/kit/sockets';
import { CloseCode, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { identifyCaller } from '../caller/admit-caller.ts';
import type { Auth } from '../caller/auth.ts';
import type { Revocations } from '../caller/revocations.ts';
import { noteBounds } from '../hostile.ts';
import { MAX_BODY_BYTES } from '../http/server.ts';
import { type Connection, createConnection, TOO_MANY } from './connection.ts';
import { endOneByOne } from './drain.ts';
import type { Holder, Turnstile } from './limits.ts';
import { createOutlet } from './slow-reader.ts';
import { createSocketIds } from './socket-ids.ts';
import { isRenewal, readMessage } from './socket-message.ts';
import { type OperationOptions, type SocketExtra, socketOperations } from './socket-operations.ts';
import { pipeOf } from './socket-pipe.ts';

const GOING_AWAY = 1001;

interface Options extends OperationOptions {
  addressOf(request: IncomingMessage): string;
  auth: Auth;
  revocations: Revocations;
  turnstile: Turnstile;
  /** Over how long clients are sent away at the end. */
  drainMs: number;
}

/** Closings that a client brings upon itself which does not speak the protocol. */
const misbehaviour = new Map<number, string>([
  [CloseCode.BadRequest, 'a socket that does not speak the protocol'],
  [CloseCode.Unauthorized, 'a socket that subscribes before it may'],
  [CloseCode.TooManyInitialisationRequests, 'a socket that begins twice'],
  [CloseCode.ConnectionInitialisationTimeout, 'a socket without connection_init'],
]);

/** Serves graphql-transport-ws on the upgrade requests of a server; see PROTOCOL.md. */
export function serveSockets(server: Server, options: Options): { close(): Promise<void> } {
  const { auth, revocations, metrics, log, turnstile, drainMs } = options;
  const protocol = makeServer<Record<string, unknown>, SocketExtra>(socketOperations(options));
  const connections = new Map<WebSocket, Connection>();
  /** What takes it out again; undefined when there is no room, and then the socket is closing. */
  const enterAs = (socket: WebSocket, holder: Holder, address: string): (() => void) | undefined => {
    const entered = turnstile.enter(holder);
    if (typeof entered !== 'string') return entered;
    noteBounds([{ extensions: { code: 'TOO_MANY_CONNECTIONS' } }], { log, address });
    socket.close(TOO_MANY, entered);
    return undefined;
  };

  const closeFor = (socket: WebSocket, address: string, code: number | undefined, reason: string | undefined): void => {
    const what = misbehaviour.get(code ?? 0);
    if (what) noteHostile(log, { what, from: address, details: { reason } });
    socket.close(code, reason);
  };

  const accept = (socket: WebSocket, request: IncomingMessage, stream: Duplex): void => {
    const address = options.addressOf(request);
    // Who has not said yet who it is counts at once, or sockets that say nothing would cost nothing.
    const leaveDoor = enterAs(socket, { address }, address);
    if (!leaveDoor) return;
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
      const entered = enterAs(socket, { viewerId: id, tenantId }, address);
      leave = entered ?? leave;
      return entered !== undefined;
    };
    const ids = createSocketIds();
    metrics.connections.inc({ transport: 'socket' });
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: async (text) => send(ids.send(text)),
        close: (code, reason) => closeFor(socket, address, code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => {
            const message = ids.receive(readMessage(String(data)));
            if (message === undefined)
              return socket.close(CloseCode.SubscriberAlreadyExists, 'This id has a subscriber already');
            // What is parsed is taken as well as text, which its type does not say.
            return handle(message as string).catch((error: unknown) => {
              log.error({ err: error }, 'a socket message failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
        onPing: async (payload) => {
          const answer = await connection.renew(payload);
          send(JSON.stringify({ type: 'pong', payload: answer ?? (isRenewal(payload) ? undefined : payload) }));
        },
      },
      { connection, pipe, ids, running: new Set(), enter, address, headers },
    );
    socket.once('close', (code, reason) => {
      connections.delete(socket);
      connection.end();
      leave();
      leaveDoor();
      metrics.connections.dec({ transport: 'socket' });
      closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'a socket did not close well'));
    });
  };

  const { addressOf } = options;
  const sockets = openSockets(server, { log, maxPayload: MAX_BODY_BYTES, addressOf, onSocket: accept });

  revocations.listen((id) => {
    for (const connection of connections.values()) void connection.revoked(id);
  });

  return {
    async close() {
      sockets.refuseNew();
      await endOneByOne(sockets.clients, drainMs, (socket) => socket.close(GOING_AWAY, 'Going away'));
      await sockets.gone();
    },
  };
}
