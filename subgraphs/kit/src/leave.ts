import type { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long requests that have begun may still take when a server ends. */
const LAST_REQUESTS_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** How a server leaves. */
export interface Departure {
  isLeaving(): boolean;
  /** From now on each answer says that its connection ends: who asks then goes elsewhere. */
  announce(): void;
  /** Closes the door and lets requests that have begun finish, for a while. */
  finish(): Promise<void>;
}

/** Prepares a server, before it listens, for the moment in which it leaves. */
export function prepareDeparture(app: FastifyInstance): Departure {
  const unused = unusedConnections(app.server);
  let isLeaving = false;
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isLeaving) reply.header('connection', 'close');
    done(null, payload);
  });
  return {
    isLeaving: () => isLeaving,
    announce() {
      isLeaving = true;
    },
    async finish() {
      const finished = setInterval(() => {
        // A connection whose last request is over would stay open for its next one.
        app.server.closeIdleConnections();
        for (const socket of unused) socket.destroy();
      }, IDLE_CHECK_MS);
      const stragglers = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
      await app.close();
      clearInterval(finished);
      clearTimeout(stragglers);
    },
  };
}

/** Those on which nothing was asked yet, as browsers and pools open them ahead; Node does not count them as idle. */
function unusedConnections(server: FastifyInstance['server']): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on(isTls(server) ? 'secureConnection' : 'connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  for (const used of ['request', 'upgrade', 'connect'] as const)
    server.on(used, ({ socket }: { socket: Socket }) => unused.delete(socket));
  return unused;
}

function isTls(server: FastifyInstance['server']): boolean {
  return 'setSecureContext' in (server as Partial<TlsServer>);
}
