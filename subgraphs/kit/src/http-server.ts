import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { noteHostile } from './hostile.ts';
import type { Logger } from './log.ts';
import { answerRaw } from './raw-answer.ts';

/** Where every server of ours speaks graphql-ws, and the only place where a request may become a socket. */
const SOCKET_PATH = '/graphql';

/** How long a client may take to send its request, whole. */
const REQUEST_MS = 30_000;
const LOOK_FOR_SLOW_ONES_MS = 1_000;
const TOO_LONG = 'ERR_HTTP_REQUEST_TIMEOUT';

/** The options of every HTTP server of ours. */
export const serverOptions = {
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: LOOK_FOR_SLOW_ONES_MS,
  // Node would refuse it with an empty answer; the routes do so in our shape.
  requireHostHeader: false,
  // What asks for something else (curl and Java ask for HTTP/2), or elsewhere, is answered as the request that it also is.
  shouldUpgradeCallback: ({ method, headers, url }: IncomingMessage) =>
    method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && isSocketPath(url),
} satisfies ServerOptions;

const patient = new WeakSet<Socket>();

/** Lets the request that now comes over a connection take longer than others; its route looks after its pace. Answers how to end that. */
export function allowLong({ socket }: IncomingMessage): () => void {
  patient.add(socket);
  return () => void patient.delete(socket);
}

/** Sees to it that what is wrong with one connection ends that one alone: at each stage, from the first byte to a socket that was opened long ago. */
export function guardServer(server: Server, log: Logger): void {
  const onSocketError = (error: Error) => log.debug({ reason: error.message }, 'a connection failed');
  const guardSocket = (socket: Duplex) => void socket.on('error', onSocketError);
  server.on('connection', guardSocket);
  server.on('secureConnection', guardSocket);
  server.on('tlsClientError', onSocketError);
  server.prependListener('request', ({ headers }: IncomingMessage, response: ServerResponse) => {
    response.on('error', onSocketError);
    // Node reads no further request after an upgrade that was not granted.
    if (headers.upgrade !== undefined) response.shouldKeepAlive = false;
  });
  // Node would close it without a word.
  server.on('connect', (_request, socket: Duplex) => {
    answerRaw(socket, 405, {
      message: 'CONNECT is not allowed here.',
      headers: { allow: 'GET, HEAD, POST, OPTIONS' },
    });
  });
  // A connection cannot be accepted when there are too many open files.
  server.on('error', (error) => log.error({ err: error }, 'a connection could not be accepted'));
}

/** Answers what is no HTTP, or does not come to its end, in the shape of all our answers. */
export function refuseRequest(log: Logger) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    // Node says it once of each request, and goes on when nobody ends it.
    if (error.code === TOO_LONG && patient.has(socket)) return;
    const refusal = refusals.get(error.code) ?? unreadable;
    const isOver = error.code === 'ECONNRESET' || error.code === 'HPE_INVALID_EOF_STATE';
    // A browser opens connections ahead of need, and may never use them.
    if (!isOver && socket.bytesRead > 0)
      noteHostile(log, {
        what: refusal.what,
        from: socket.remoteAddress ?? 'unknown',
        details: { reason: error.code },
      });
    if (isOver || hasBegunToAnswer(socket)) socket.destroy();
    else answerRaw(socket, refusal.status, { message: refusal.message });
  };
}

const unreadable = { what: 'a request that is no HTTP', status: 400, message: 'This is not an HTTP request.' };

const refusals = new Map<string | undefined, typeof unreadable>([
  [TOO_LONG, { what: 'a request that trickles', status: 408, message: 'The request took too long to arrive.' }],
  [
    'HPE_HEADER_OVERFLOW',
    { what: 'headers that are too large', status: 431, message: 'The address and the headers are too large.' },
  ],
  [
    'HPE_CHUNK_EXTENSIONS_OVERFLOW',
    { what: 'a body that is too large', status: 413, message: 'The extensions of a chunk are too large.' },
  ],
]);

function isSocketPath(url = ''): boolean {
  const path = url.split('?', 1)[0];
  return path === SOCKET_PATH || path === `${SOCKET_PATH}/`;
}

/** Node keeps there what it is answering on a connection; a second answer into the first would be read as its body. */
function hasBegunToAnswer(socket: Socket & { _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}
