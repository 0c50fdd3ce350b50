import { setAside } from '@mycelium/kit/aside';
import type { Context } from '@mycelium/kit/context';
import { inHalves } from '@mycelium/kit/halves';
import { REFUSALS_BEFORE_KEY, REFUSED_KEY, refusalSchema, refusalsKey } from '@mycelium/kit/refusal';
import { afterCommit, inSavepoint } from '@mycelium/kit/transaction';
import type { Worker } from '@mycelium/kit/workers';
import { type AuditLine, writeEntries } from './write-entries.ts';

const AT_ONCE = 200;
const TENANTS_AT_ONCE = 50;

/** What the gateways refused comes into the log within a second. */
export const refusalTaker: Worker = {
  name: 'refusals',
  restMs: 1_000,
  hasWork: async (redis) => (await redis.exists(REFUSED_KEY, REFUSALS_BEFORE_KEY)) > 0,
  async turn(desk) {
    await desk.inTenant(undefined, undefined, takeRefusals);
    return false;
  },
};

/** Takes what the gateways refused over into the log. It is let go of when it is kept; what is taken twice is known by its id. */
async function takeRefusals(ctx: Context): Promise<void> {
  // While Redis is away the refusals wait there, or at the gateways.
  const tenants = await ctx.redis.srandmember(REFUSED_KEY, TENANTS_AT_ONCE).catch(() => undefined);
  if (!tenants) return;
  await takeList(ctx, REFUSALS_BEFORE_KEY);
  for (const tenantId of tenants) await takeList(ctx, refusalsKey(tenantId), tenantId);
}

async function takeList(ctx: Context, key: string, tenantId?: string): Promise<void> {
  const texts = await ctx.redis.lrange(key, 0, AT_ONCE - 1);
  await inHalves(
    texts,
    (some) => inSavepoint(ctx, () => writeEntries(ctx, some.map(asLine))),
    (text, reason) => setAside(ctx.redis, ctx.log, { place: 'AUDIT', key: text, tenantId, entry: text, reason }),
  );
  afterCommit(ctx, () => letGo(ctx, key, texts, tenantId));
}

function asLine(text: string): AuditLine {
  const { id, ...call } = refusalSchema.parse(JSON.parse(text));
  return { ...call, record: { id, kind: 'REFUSED', before: {}, after: {} } };
}

/** A tenant without a list is no member any more, unless a gateway has just begun a new one. */
const FORGET_EMPTY = "if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('SREM', KEYS[2], ARGV[1]) end";

async function letGo({ redis }: Context, key: string, texts: readonly string[], tenantId?: string): Promise<void> {
  const steps = redis.pipeline();
  for (const text of texts) steps.lrem(key, 1, text);
  if (tenantId) steps.eval(FORGET_EMPTY, 2, key, REFUSED_KEY, tenantId);
  await steps.exec();
}
