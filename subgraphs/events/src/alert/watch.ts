import { totalsKey } from '@mycelium/bus/keys';
import { type Worker, wakeWorkers } from '@mycelium/kit/workers';
import type { Redis } from 'ioredis';
import { evaluateAlerts, tenantsWithTraffic } from './evaluate.ts';

const EVERY_MS = 5_000;
/** What waits grows old. */
const WHILE_WAITING_MS = 15_000;
/** An hour goes by, and another process may have changed a rule. */
const AT_LEAST_EVERY_MS = 60_000;

const NAME = 'alerts';
let turned = 0;

/** A rule has changed, or a product was switched on or off. */
export function lookAtAlerts(): void {
  turned += 1;
  wakeWorkers(NAME);
}

/** Looks at the alerts when the bus has counted something since, and every minute all the same. */
export function watchAlerts(): Worker {
  let seen = '';
  return {
    name: NAME,
    restMs: EVERY_MS,
    async hasWork(redis) {
      const now = await digest(redis);
      if (now === seen) return false;
      seen = now;
      return true;
    },
    async turn(desk) {
      try {
        await desk.inTenant(undefined, undefined, evaluateAlerts);
      } catch (error) {
        seen = '';
        throw error;
      }
      return false;
    },
  };
}

async function digest(redis: Redis): Promise<string> {
  const tenants = [...new Set(await tenantsWithTraffic(redis))].sort();
  const reads = redis.pipeline();
  for (const tenant of tenants) reads.hgetall(totalsKey(tenant));
  const totals = ((await reads.exec()) ?? []).map(([, fields]) => Object.entries(fields ?? {}).sort());
  const isWaiting = totals.flat().some(([field, count]) => field.endsWith('|pending') && Number(count) > 0);
  const time = Math.floor(Date.now() / (isWaiting ? WHILE_WAITING_MS : AT_LEAST_EVERY_MS));
  return JSON.stringify([time, turned, tenants, totals]);
}
