import { feedKey } from '@mycelium/bus/feed-key';
import type { TestSubgraph } from '@mycelium/kit/testing';
import { eventSchema } from '@mycelium/schema/event-type';
import { type ConditionTold, conditionChanged } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { vi } from 'vitest';

/** What was told so far of the things of a tenant, oldest first, once nothing is on its way any more. */
export async function conditionsTold({ subgraph, redisUrl }: TestSubgraph, tenantId: string): Promise<ConditionTold[]> {
  await vi.waitFor(async () => {
    const waiting = await subgraph.work(({ em }) => em.execute<unknown[]>('select 1 from tenants.outbox'));
    if (waiting.length > 0) throw new Error('Something is on its way.');
  }, 5_000);
  const redis = new Redis(redisUrl);
  const entries = await redis.xrange(feedKey(tenantId), '-', '+');
  redis.disconnect();
  return entries
    .map(([, fields]) => eventSchema.parse(JSON.parse(fields[1] ?? '')))
    .filter(({ type }) => type === conditionChanged.name)
    .map(({ payload }) => conditionChanged.payload.parse(payload));
}
