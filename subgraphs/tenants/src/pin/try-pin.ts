import { ownTenant } from '@mycelium/kit/allow';
import { asSystem } from '@mycelium/kit/as-system';
import { recordAfterwards } from '@mycelium/kit/audit';
import { backgroundContext, type Context, resourcesOf } from '@mycelium/kit/context';
import { Invalid, RateLimited } from '@mycelium/kit/errors';
import { raiseNotice } from '@mycelium/kit/notice';
import { forgetTries, triesLeft, tryUnderLimit } from '@mycelium/kit/throttle';
import { afterRollback, inTransaction } from '@mycelium/kit/transaction';
import type { Viewer } from '@mycelium/kit/viewer';
import type { Role } from '@mycelium/schema/role';
import { Station } from '../station/station.ts';
import { membersWith } from '../user/find-members.ts';
import { Membership } from '../user/membership.ts';
import { User } from '../user/user.ts';
import { hashPin } from './hash-pin.ts';
import { Pin } from './pin.ts';
import { PIN_FORM } from './pin-rules.ts';

/** A wrong PIN says nothing of whose it should have been, so it is counted where it was entered. */
const wrong = { name: 'pin', points: 5, seconds: 600 };
/** Whoever has patience has it for a day: of four digits so few can be tried that none is found. */
const wrongInDay = { name: 'pin-day', points: 30, seconds: 86_400 };

export interface Holder {
  userId: string;
  name: string;
  role: Role;
}

interface Try {
  locationId: string;
  pin: string;
  /** What the log calls it. */
  action: string;
}

/** Who has this PIN at the location. Throws Invalid with the reason, and RateLimited once there were too many wrong ones where it is asked. */
export async function tryPin(ctx: Context, { locationId, pin, action }: Try): Promise<Holder> {
  const { viewer } = ctx;
  const asker = askerOf(viewer);
  let why: Invalid | undefined;
  const look = async (): Promise<Holder | undefined> => {
    const found = await findHolder(ctx, locationId, pin);
    if (!(found instanceof Invalid)) return found;
    why = found;
    return undefined;
  };
  const holder = await tryUnderLimit(ctx, wrongInDay, asker, () => tryUnderLimit(ctx, wrong, asker, look)).catch(
    (error: unknown) => {
      if (!(error instanceof RateLimited)) throw error;
      throw locked(Number(error.extensions.retryAfter));
    },
  );
  if (holder) return holder;
  if (viewer.kind === 'station')
    recordAfterwards(ctx, async () => [{ action, kind: 'REFUSED', noun: 'Station', nounId: viewer.id }]);
  const left = await Promise.all([wrong, wrongInDay].map((limit) => triesLeft(ctx, limit, asker)));
  if (left.includes(0)) afterRollback(ctx, () => tellManagers(ctx));
  throw why ?? notRight();
}

/** Lets PINs be tried again there; answers whether any wrong one was counted. */
export async function forgetWrongPins(ctx: Context, viewer: Pick<Viewer, 'kind' | 'id'>): Promise<boolean> {
  const asker = askerOf(viewer);
  const forgotten = [];
  for (const limit of [wrong, wrongInDay]) {
    forgotten.push((await triesLeft(ctx, limit, asker)) < limit.points);
    await forgetTries(ctx, limit, asker);
  }
  return forgotten.includes(true);
}

const askerOf = ({ kind, id }: Pick<Viewer, 'kind' | 'id'>): string => `${kind}:${id}`;

async function findHolder(ctx: Context, locationId: string, pin: string): Promise<Holder | Invalid> {
  if (!PIN_FORM.test(pin)) return notRight();
  const tenantId = ownTenant(ctx);
  const hash = await hashPin(ctx, tenantId, pin);
  const pins = await ctx.em.find(Pin, { tenantId, hash });
  const here = pins.find((each) => each.locationId === locationId);
  if (!here)
    return pins.length === 0
      ? notRight()
      : new Invalid('This PIN is for another location.', ['pin'], { reason: 'PIN_NOT_HERE' });
  if (here.offAt)
    return new Invalid('This PIN was turned off; a manager can reset it.', ['pin'], { reason: 'PIN_OFF' });
  const userId = here.user.id;
  const member = await ctx.em.findOne(Membership, { tenant: tenantId, user: userId });
  const user = await asSystem(ctx).findOne(User, { id: userId });
  return member && user ? { userId, name: user.name, role: member.role } : notRight();
}

const notRight = (): Invalid => new Invalid('This PIN is wrong.', ['pin'], { reason: 'PIN_WRONG' });

function locked(retryAfter: number): RateLimited {
  return new RateLimited('Too many wrong PINs were entered here; wait, or ask a manager to unlock it.', retryAfter, {
    reason: 'PIN_LOCKED',
  });
}

/** The attempt is undone, and that it was the last one must be known all the same. */
function tellManagers(ctx: Context): Promise<void> {
  const { viewer, call } = ctx;
  const tenantId = ownTenant(ctx);
  const later = backgroundContext(resourcesOf(ctx), tenantId, call.correlationId);
  return inTransaction(later, async () => {
    const station = viewer.kind === 'station' ? await later.em.findOne(Station, { id: viewer.id }) : undefined;
    const user = viewer.kind === 'user' ? await asSystem(later).findOne(User, { id: viewer.id }) : undefined;
    const values = { name: station?.name ?? user?.name ?? '' };
    const path = station ? `/screens/stations/${station.id}` : '/people';
    // Two wrong ones at the same moment may both be the last.
    const window = Math.floor(Date.now() / (wrong.seconds * 1_000));
    for (const userId of await membersWith(later, tenantId, 'station:write'))
      raiseNotice(later, {
        userId,
        kind: 'pin.locked',
        path,
        values,
        onceKey: `pin.locked ${askerOf(viewer)} ${window}`,
      });
  });
}
