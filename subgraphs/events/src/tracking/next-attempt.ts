import { applicationKey, dueKey, pausedKey, settingsKey } from '@mycelium/bus/keys';
import { usualPolicy } from '@mycelium/bus/policy';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { webhookPolicy } from '../webhook-attempt/schedule.ts';
import { isEndpoint } from '../webhook-endpoint/application.ts';

const policySchema = z.object({ attempts: z.number() });

/** How often a delivery to this target is tried before it is given up. */
export async function readTriesAtMost(redis: Redis, tenant: string, target: string): Promise<number> {
  if (isEndpoint(target)) return webhookPolicy.attempts;
  const policy = await redis.hget(settingsKey(tenant), 'policy');
  return policy ? policySchema.parse(JSON.parse(policy)).attempts : usualPolicy.attempts;
}

/** When a delivery that failed may be leased again; nothing while its channel is stopped, since nobody knows then. */
export async function readNextAttempt(
  redis: Redis,
  tenant: string,
  { source, target, entry }: { source: string; target: string; entry: string },
): Promise<Date | undefined> {
  const [due, isPaused, [breaker, openUntil]] = await Promise.all([
    redis.zscore(dueKey(tenant, source, target), entry),
    redis.sismember(pausedKey(tenant), `${source}>${target}`),
    redis.hmget(applicationKey(tenant, target), 'breaker', 'openUntil'),
  ]);
  if (due === null || isPaused === 1) return undefined;
  return new Date(Math.max(Number(due), breaker === 'OPEN' ? Number(openUntil) : 0));
}
