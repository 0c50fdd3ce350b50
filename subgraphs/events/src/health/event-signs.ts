import type { ReadSigns, Sign } from '@mycelium/kit/signs';
import type { Redis } from 'ioredis';
import { onBus } from '../on-bus.ts';
import { earliest, type Judged } from './advise.ts';
import { readChannels } from './read-health.ts';

/** What has waited for less is under way. */
const UNDER_WAY_MS = 10 * 60_000;
/** So many tenants are read at once. */
const AT_ONCE = 20;

/** Events that wait for somebody who is meant to take them, and those that were given up and are kept. */
export const eventSigns: ReadSigns = async (ctx, tenantIds) => {
  const signs: Sign[] = [];
  for (let at = 0; at < tenantIds.length; at += AT_ONCE) {
    const some = tenantIds.slice(at, at + AT_ONCE);
    const found = await onBus(ctx, (redis) => Promise.all(some.map((tenantId) => signsOf(redis, tenantId))));
    signs.push(...found.flat());
  }
  return signs;
};

async function signsOf(redis: Redis, tenantId: string): Promise<Sign[]> {
  return signsIn(tenantId, await readChannels(redis, tenantId), new Date());
}

type Channel = Pick<Judged, 'isOff' | 'isPaused' | 'isNobodys' | 'pending' | 'failed' | 'oldestPublishedAt'>;

/** What the channels of a tenant say at this moment; what somebody has stopped, or nobody is there for, is meant to wait. */
export function signsIn(tenantId: string, channels: readonly Channel[], now: Date): Sign[] {
  const late = new Date(now.getTime() - UNDER_WAY_MS);
  const waiting = channels.filter(
    ({ isOff, isPaused, isNobodys, pending, oldestPublishedAt }) =>
      pending > 0 && !isOff && !isPaused && !isNobodys && oldestPublishedAt && oldestPublishedAt < late,
  );
  const count = waiting.reduce((sum, { pending }) => sum + pending, 0);
  const failed = channels.reduce((sum, channel) => sum + channel.failed, 0);
  const since = earliest(waiting.flatMap(({ oldestPublishedAt }) => oldestPublishedAt ?? []));
  return [
    ...(count > 0 ? [{ tenantId, code: 'EVENTS_UNACKNOWLEDGED', count, since, path: '/events/queue' }] : []),
    ...(failed > 0 ? [{ tenantId, code: 'EVENTS_FAILED', count: failed, path: '/events/failed' }] : []),
  ];
}
