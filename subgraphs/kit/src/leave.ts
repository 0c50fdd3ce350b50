import type { FastifyInstance } from 'fastify';

/** How long requests that have begun may still take when a server ends. */
const LAST_REQUESTS_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** Closes a server's door and lets requests that have begun finish, for a while. A connection whose last request is over would stay open for its next one. */
export async function finishRequests(app: FastifyInstance): Promise<void> {
  const finished = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
  const stragglers = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
  await app.close();
  clearInterval(finished);
  clearTimeout(stragglers);
}

/** Has each answer say that its connection ends, from the moment that a server is leaving: who asks then goes elsewhere. */
export function announceLeaving(app: FastifyInstance, isLeaving: () => boolean): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isLeaving()) reply.header('connection', 'close');
    done(null, payload);
  });
}
