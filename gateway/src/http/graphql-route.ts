import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admitCaller, type Doorkeepers } from '../caller/admit-caller.ts';
import type { Documents } from '../persisted/documents.ts';
import { resolveRequest } from '../persisted/http-request.ts';
import type { HttpContexts } from './context.ts';
import { refuseForgery } from './csrf.ts';
import { answerHeaders } from './headers.ts';

interface Options extends Doorkeepers {
  contexts: HttpContexts;
  documents: Documents;
  answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

/** GraphQL over HTTP: who asks is known before the body is read, what is asked before it is answered. */
export function serveGraphql(app: FastifyInstance, options: Options): void {
  const { contexts, documents, answer } = options;
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    helmet: false,
    onRequest: async (request, reply) => {
      reply.headers(answerHeaders);
      refuseForgery(request.method, request.headers);
      contexts.identify(request, await admitCaller(request, reply, options));
    },
    preHandler: async (request) => {
      const origin = await resolveRequest(request, documents, contexts.identityOf(request).viewer);
      if (origin) contexts.place(request, origin);
    },
    handler: answer,
  });
}
