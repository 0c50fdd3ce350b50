import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { NAME_A_HOST, namesHost } from './host.ts';
import { noteHostile } from './hostile.ts';
import type { Logger } from './log.ts';
import { answerRaw } from './raw-answer.ts';

/** How long a client may take to say who it is, once its socket is open. */
export const CONNECTION_INIT_MS = 5_000;

const KEEP_ALIVE_MS = 12_000;
/** How long a client may take to answer when its socket is closed. */
const CLOSING_MS = 2_000;
const FAREWELL_MS = 1_000;

interface SocketOptions {
  log: Logger;
  /** The largest message, in bytes. */
  maxPayload: number;
  /** Where a client is; what it does that is hostile is noted under this. */
  addressOf(request: IncomingMessage): string;
  onSocket(socket: WebSocket, request: IncomingMessage, stream: Duplex): void;
}

export interface Sockets {
  clients: ReadonlySet<WebSocket>;
  /** New ones are told to come again later. */
  refuseNew(): void;
  /** Resolves when all that were closed are gone, of themselves or because they took too long. */
  gone(): Promise<void>;
}

/** Makes sockets of the upgrade requests of a server that was made with `serverOptions`. What is no WebSocket is answered, a client that is gone is noticed, and an error of one socket ends that one alone. */
export function openSockets(server: Server, { log, maxPayload, addressOf, onSocket }: SocketOptions): Sockets {
  const closing = { closeTimeout: CLOSING_MS };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    handleProtocols,
    perMessageDeflate: false,
    ...closing,
  });
  const note = (what: string, request: IncomingMessage, reason: string) =>
    noteHostile(log, { what, from: addressOf(request), details: { reason } });
  let takesNew = true;

  sockets.on('wsClientError', (error, stream, request) => {
    note('an upgrade that is no WebSocket', request, error.message);
    const headers = { 'sec-websocket-version': '13' };
    answerRaw(stream, 400, { message: `This is not a WebSocket: ${error.message}.`, headers });
  });

  server.on('upgrade', (request, stream, head) => {
    if (!takesNew) {
      answerRaw(stream, 503, {
        message: 'This server is closing.',
        code: 'UNAVAILABLE',
        headers: { 'retry-after': '1' },
      });
      return;
    }
    if (!namesHost(request)) {
      answerRaw(stream, 400, { message: NAME_A_HOST });
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      alive.add(socket);
      socket.on('pong', () => alive.add(socket));
      socket.on('error', (error: Error & { code?: string }) => {
        if (error.code?.startsWith('WS_ERR')) note('a socket that sends no WebSocket', request, error.code);
        else log.debug({ reason: error.message }, 'a socket failed');
      });
      onSocket(socket, request, stream);
    });
  });

  // A socket that has not answered one ping by the next is gone.
  const alive = new WeakSet<WebSocket>();
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, KEEP_ALIVE_MS);

  return {
    clients: sockets.clients,
    refuseNew() {
      takesNew = false;
    },
    async gone() {
      clearInterval(keepAlive);
      const stragglers = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, FAREWELL_MS);
      await Promise.all([...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      clearTimeout(stragglers);
    },
  };
}
