import { CHANNELS_KEY, minuteKey, queueKey, totalsKey } from '@mycelium/bus/keys';
import { noteOutside } from '@mycelium/bus/presence';
import type { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

const MINUTE_MS = 60_000;

/** What the bus would have counted. */
export interface Counting {
  countIn(tenant: string, channel: string, counts: Record<string, number>): Promise<void>;
  /** An event in a channel that has waited for so many minutes; `end` has it acknowledged. */
  waitIn(tenant: string, channel: string, minutes: number): Promise<{ eventId: string; end(): Promise<void> }>;
  /** A program of the tenant takes what is sent to HR. */
  runHr(tenant: string): Promise<void>;
  /** The same of what the CRM sends to HR, which a program takes. */
  count(tenant: string, counts: Record<string, number>): Promise<void>;
  wait(tenant: string, minutes: number): ReturnType<Counting['waitIn']>;
}

export function countingIn(redis: Redis): Counting {
  const counting: Counting = {
    async countIn(tenant, channel, counts) {
      const minute = minuteKey(tenant, Math.floor(Date.now() / MINUTE_MS));
      for (const [what, amount] of Object.entries(counts)) {
        await redis.hincrby(totalsKey(tenant), `${channel}|${what}`, amount);
        if (what !== 'pending') await redis.hincrby(minute, `${channel}|${what}`, amount);
      }
      await redis.sadd(CHANNELS_KEY, `${tenant} ${channel}`);
    },
    async waitIn(tenant, channel, minutes) {
      const eventId = uuidv7();
      const [source = '', target = ''] = channel.split('>');
      const queue = queueKey(tenant, source, target);
      const at = Math.floor(Date.now() - minutes * MINUTE_MS);
      const entry = await redis.xadd(queue, `${at}-0`, 'event', '{}', 'id', eventId);
      await counting.countIn(tenant, channel, { pending: 1 });
      return {
        eventId,
        async end() {
          await redis.xdel(queue, entry ?? '');
          await counting.countIn(tenant, channel, { pending: -1, acknowledged: 1 });
        },
      };
    },
    runHr: (tenant) => noteOutside(redis, tenant, 'hr', 'program'),
    async count(tenant, counts) {
      await counting.runHr(tenant);
      await counting.countIn(tenant, 'crm>hr', counts);
    },
    async wait(tenant, minutes) {
      await counting.runHr(tenant);
      return counting.waitIn(tenant, 'crm>hr', minutes);
    },
  };
  return counting;
}
