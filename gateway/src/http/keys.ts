import type { FastifyInstance } from 'fastify';
import type { Auth } from '../caller/auth.ts';

/** Publishes the keys with which others can check our access tokens. */
export function serveKeys(app: FastifyInstance, auth: Auth): void {
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await auth.keySet()),
  );
}
