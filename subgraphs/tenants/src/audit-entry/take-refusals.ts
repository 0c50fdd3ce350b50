import type { Context } from '@mycelium/kit/context';
import { refusalSchema, refusalsKey } from '@mycelium/kit/refusal';
import { auditRecorded } from '@mycelium/schema/events';

const AT_ONCE = 200;

/** Takes what the gateways refused over into the log, as it would have been told here. */
export async function takeRefusals(ctx: Context): Promise<void> {
  // While Redis is away it waits there, or at the gateways.
  const taken = await ctx.redis.lpop(refusalsKey, AT_ONCE).catch(() => null);
  for (const text of taken ?? []) {
    const { id, tenantId, ...call } = refusalSchema.parse(JSON.parse(text));
    ctx.publish(auditRecorded, { ...call, records: [{ id, kind: 'REFUSED', before: {}, after: {} }] }, tenantId);
  }
}
