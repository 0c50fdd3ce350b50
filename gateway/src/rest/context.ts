import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallContext } from '../call-context.ts';
import { admitCaller, type Doorkeepers } from '../caller/admit-caller.ts';
import type { HttpContexts } from '../http/context.ts';
import type { Binding } from './binding.ts';

/** Who asks at a path; throws when that is refused. What is asked there is registered, whoever asks. */
export function createRestContexts({ contexts, ...doorkeepers }: Doorkeepers & { contexts: HttpContexts }) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    { operation, documentId }: Binding,
  ): Promise<CallContext> => {
    const identity = await admitCaller(request, reply, doorkeepers);
    contexts.identify(request, identity);
    const { kind, id } = identity.viewer;
    const terms = kind === 'client' ? await doorkeepers.registered.termsOf(id) : undefined;
    const client = kind === 'client' ? id : 'rest';
    contexts.place(request, { client, isRegistered: true, documentId, maxCost: terms?.cost });
    return contexts.contextOf(request, reply, operation);
  };
}
