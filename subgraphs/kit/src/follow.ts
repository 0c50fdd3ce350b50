import { feedKey } from '@mycelium/bus/feed-key';
import type { EventType } from '@mycelium/schema/event-type';
import { checkTenant } from './allow.ts';
import type { Context } from './context.ts';
import { Unavailable } from './errors.ts';
import type { FeedChange } from './feed.ts';

/** The changes of these types in a tenant's feed; another tenant's are refused. */
export async function followTenant(
  ctx: Context,
  { tenantId, after }: { tenantId: string; after?: string },
  types: readonly EventType[],
): Promise<AsyncIterableIterator<FeedChange>> {
  checkTenant(ctx, tenantId);
  return ctx.subscribe(tenantId, types, after ?? undefined);
}

/** How far back the position for a load lies: longer than its answer takes, since parts of it may be read before the position is. */
export const LOAD_MS = 10_000;

/** The position in a tenant's feed from which to follow what is loaded with it. */
export async function positionForLoad({ redis, log }: Context, tenantId: string): Promise<string> {
  try {
    // By the clock of Redis, which also gives the positions.
    const [seconds = 0, microseconds = 0] = (await redis.time()).map(Number);
    const moment = seconds * 1_000 + Math.floor(microseconds / 1_000) - LOAD_MS;
    const [last] = await redis.xrevrange(feedKey(tenantId), moment, '-', 'COUNT', 1);
    return last?.[0] ?? `${moment}-0`;
  } catch (error) {
    log.warn({ err: error }, 'the position of a feed cannot be read');
    throw new Unavailable('The feed of changes');
  }
}
