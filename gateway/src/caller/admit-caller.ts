import { noteHostile } from '@mycelium/kit/hostile';
import type { Logger } from '@mycelium/kit/log';
import { anonymous } from '@mycelium/kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { ForgedToken } from '../errors.ts';
import type { Registered } from '../persisted/registered.ts';
import type { Auth, Identity } from './auth.ts';
import { type RateLimiter, rateHeaders, remainderIn } from './rate-limiter.ts';

/** What decides whether somebody may come in. */
export interface Doorkeepers {
  auth: Auth;
  rates: RateLimiter;
  registered: Registered;
  log: Logger;
}

/** Who is behind a token. One that is refused counts for its address, so that tokens cannot be guessed; too many are `RATE_LIMITED`, and one that is forged is in the log. */
export async function identifyCaller(
  readToken: () => string | undefined,
  address: string,
  { auth, rates, log }: Omit<Doorkeepers, 'registered'>,
): Promise<Identity> {
  try {
    return await auth.identify(readToken());
  } catch (error) {
    if (error instanceof ForgedToken) noteHostile(log, { what: error.what, from: address });
    const isRefused = error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED';
    if (isRefused) await rates.take(anonymous, address);
    throw error;
  }
}

/** Who sent this request, counted, with how much is left. */
export async function admitCaller(
  request: FastifyRequest,
  reply: FastifyReply,
  { registered, ...doorkeepers }: Doorkeepers,
): Promise<Identity> {
  try {
    const identity = await identifyCaller(() => doorkeepers.auth.tokenOf(request.headers), request.ip, doorkeepers);
    const left = await doorkeepers.rates.take(identity.viewer, request.ip);
    if (left) reply.headers(rateHeaders(left));
    return { ...identity, viewer: await registered.narrow(identity.viewer) };
  } catch (error) {
    const left = remainderIn(error);
    if (left) reply.headers({ ...rateHeaders(left), 'retry-after': String(left.reset) });
    throw error;
  }
}
