import { record, recordAfterwards } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { Unauthenticated } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { forgetTries, tryUnderLimit } from '@mycelium/kit/throttle';
import { z } from 'zod';
import { Membership } from '../user/membership.ts';
import { verifyPassword } from '../user/password.ts';
import { User } from '../user/user.ts';
import { openSession } from './open-session.ts';
import { placeOf } from './place.ts';
import type { Session } from './session.ts';

const perPerson = { name: 'login', points: 5, seconds: 60 };
const perAddress = { name: 'login-address', points: 100, seconds: 60 };

const loginSchema = z.object({
  email: z.string().trim().toLowerCase().max(320, 'An e-mail address has at most 320 characters'),
  password: z.string().max(1_000, 'A password has at most 1,000 characters'),
});

/** Logs a person in; throws Unauthenticated, the same for every reason, or RateLimited. */
export async function logIn(ctx: Context, email: string, password: string): Promise<Session> {
  const given = parseInput(loginSchema, { email, password }, []);
  const address = ctx.call.address ?? 'unknown';
  const person = `${given.email}|${address}`;
  const found = await tryUnderLimit(ctx, perAddress, address, () =>
    tryUnderLimit(ctx, perPerson, person, () => findPerson(ctx, given)),
  );
  if (!found) throw new Unauthenticated('The e-mail address or the password is wrong.');
  const { user, place } = found;
  await forgetTries(ctx, perPerson, person);
  ctx.log.info({ userId: user.id }, 'logged in');
  const actor = { kind: 'user', id: user.id };
  record(ctx, {
    ...{ action: 'login', kind: 'SUCCEEDED', noun: 'User', nounId: user.id, tenantId: place.tenantId, actor },
    insteadOf: ['UserSession'],
  });
  return openSession(ctx, user, place);
}

/** The person with this address and password, and where they work; undefined for every reason alike. */
async function findPerson(ctx: Context, { email, password }: z.infer<typeof loginSchema>) {
  const user = await ctx.em.findOne(User, { email });
  const right = await verifyPassword(password, user?.passwordHash);
  const place = user && right ? await placeOf(ctx, user) : undefined;
  if (user && place) return { user, place };
  // Recorded after the answer, which would else take longer for an address that somebody has.
  if (user) recordFailure(ctx, user.id);
  return undefined;
}

/** Each tenant that the person works for learns that somebody tried. */
function recordFailure(ctx: Context, userId: string): void {
  recordAfterwards(ctx, async (em) => {
    const memberships = await em.find(Membership, { user: userId });
    const failure = { action: 'login', kind: 'REFUSED' as const, noun: 'User', nounId: userId };
    return memberships.map(({ tenant }) => ({ ...failure, tenantId: tenant.id }));
  });
}
