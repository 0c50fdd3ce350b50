import type { Context } from '@mycelium/kit/context';
import { ACCESS_CHANNEL, REVOKED_KEY, REVOKED_MS } from '@mycelium/kit/redis';
import type { Worker } from '@mycelium/kit/workers';
import { UserSession } from './session.ts';

const BATCH = 1_000;

/** Whether one of this process may not have been heard; at first, of those that a process before it announced. */
let isUnheard = true;

/** Has the end of sessions announced again when Redis was away, or has lost what it knew. */
export const revocationRepeater: Worker = {
  name: 'revocations',
  restMs: 10_000,
  hasWork: async (redis) => isUnheard || (await redis.exists(REMEMBERED_KEY)) === 0,
  async turn(desk) {
    isUnheard = false;
    try {
      await desk.inTenant(undefined, undefined, repeatRevocations);
      await desk.redis.set(REMEMBERED_KEY, '1');
    } catch (error) {
      isUnheard = true;
      throw error;
    }
    return false;
  },
};

/** The key by which we know that Redis has lost nothing: it is there as long as it has not. */
const REMEMBERED_KEY = `${REVOKED_KEY}:remembered`;

/** Lets every gateway process know that this session or credential is no longer valid: those that listen now, and those that start within the life of an access token. */
export async function tellRevoked({ redis }: Pick<Context, 'redis'>, id: string): Promise<void> {
  const now = Date.now();
  try {
    await tell(redis, now, id);
  } catch (error) {
    isUnheard = true;
    throw error;
  }
}

async function tell(redis: Context['redis'], now: number, id: string): Promise<void> {
  const results = await redis
    .multi()
    .zadd(REVOKED_KEY, now, id)
    .zremrangebyscore(REVOKED_KEY, 0, now - REVOKED_MS)
    .publish(ACCESS_CHANNEL, JSON.stringify({ revoked: id }))
    .exec();
  for (const [error] of results ?? []) if (error) throw error;
}

/** Tells again of each session that ended lately and of which Redis knows nothing: it was away at that moment, or was emptied. */
export async function repeatRevocations(ctx: Context): Promise<void> {
  const since = new Date(Date.now() - REVOKED_MS);
  const ended = await ctx.em.find(
    UserSession,
    { revokedAt: { $gt: since } },
    { orderBy: { revokedAt: 'desc' }, limit: BATCH },
  );
  if (ended.length === 0) return;
  const known = await ctx.redis.zmscore(REVOKED_KEY, ...ended.map(({ id }) => id));
  const forgotten = ended.filter((_, index) => known[index] === null);
  for (const { id } of forgotten) await tellRevoked(ctx, id);
  if (forgotten.length > 0) ctx.log.warn({ count: forgotten.length }, 'the end of sessions was told again');
}
