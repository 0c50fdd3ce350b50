import { anonymous } from '@mycelium/kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type Auth, type Identity, tokenOf } from '../auth.ts';
import type { Registered } from '../persisted/registered.ts';
import { type RateLimiter, rateHeaders, remainderIn } from './limiter.ts';

/** Who sent this request, counted and told how much is left. A refused token counts for its address, so that tokens cannot be guessed. */
export async function admitCaller(
  request: FastifyRequest,
  reply: FastifyReply,
  { auth, rates, registered }: { auth: Auth; rates: RateLimiter; registered: Registered },
): Promise<Identity> {
  try {
    const identity = await auth.identify(tokenOf(request.headers)).catch(async (error: unknown) => {
      if (error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED') {
        await rates.take(anonymous, request.ip);
      }
      throw error;
    });
    const left = await rates.take(identity.viewer, request.ip);
    if (left) reply.headers(rateHeaders(left));
    return { ...identity, viewer: await registered.narrow(identity.viewer) };
  } catch (error) {
    const left = remainderIn(error);
    if (left) reply.headers({ ...rateHeaders(left), 'retry-after': String(left.reset) });
    throw error;
  }
}
