import { z } from 'zod';
import type { Context } from './context.ts';
import { Forbidden, Invalid, RateLimited, Unavailable } from './errors.ts';
import { Refused } from './neighbours.ts';

const ASK =
  'mutation ($locationId: ID!, $pin: String!) { pinHolder(locationId: $locationId, pin: $pin) { userId name scopes } }';

const holderSchema = z.object({ userId: z.uuid(), name: z.string(), scopes: z.array(z.string()) });
export type PinHolder = z.infer<typeof holderSchema>;

/**
 * Whose PIN this is at a location, and what they may do, so that a manager can approve at somebody else's station what that
 * one may not do alone. Asked in the name of the viewer, whose wrong tries are counted. Throws Invalid at the path with the
 * reason PIN_WRONG, PIN_NOT_HERE or PIN_OFF, RateLimited with PIN_LOCKED.
 */
export async function pinHolder(
  { ask, call }: Context,
  locationId: string,
  pin: string,
  path: readonly string[] = ['pin'],
): Promise<PinHolder> {
  const answer = await ask('tenants', { query: ASK, variables: { locationId, pin } }, call).catch((error: unknown) => {
    throw error instanceof Refused ? asOwn(error, path) : error;
  });
  return z.object({ pinHolder: holderSchema }).parse(answer).pinHolder;
}

function asOwn({ message, code, extensions: { reason, retryAfter } }: Refused, path: readonly string[]): Error {
  if (code === 'BAD_USER_INPUT') return new Invalid(message, path, { reason });
  if (code === 'RATE_LIMITED') return new RateLimited(message, Number(retryAfter), { reason });
  if (code === 'FORBIDDEN') return new Forbidden(message);
  return new Unavailable('The check of PINs');
}
