import type { Event } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { BATCH, type Queue } from './queue.ts';

const GROUP = 'bench';
type Read = [stream: string, entries: [id: string, fields: string[]][]][] | null;

/** The ceiling: XADD, XREADGROUP and XACK alone. Nothing is counted, taken away, given back or answered. */
export function raw(url: string, tenant: string): Queue {
  const redis = new Redis(url);
  const stream = `bench:raw:${tenant}`;
  const group = redis.xgroup('CREATE', stream, GROUP, '0', 'MKSTREAM').catch(() => undefined);
  let isOpen = true;
  return {
    async publish(events) {
      await group;
      const writes = redis.pipeline();
      for (const event of events) writes.xadd(stream, '*', 'event', JSON.stringify(event));
      await writes.exec();
    },
    async consume(consumer, done) {
      await group;
      while (isOpen) {
        const read = (await redis.xreadgroup(
          ...(['GROUP', GROUP, consumer, 'COUNT', BATCH, 'BLOCK', 2_000, 'STREAMS', stream, '>'] as const),
        )) as Read;
        const entries = read?.[0]?.[1] ?? [];
        if (entries.length === 0) continue;
        const events = entries.map(([, [, json = '']]) => JSON.parse(json) as Event);
        await redis.xack(stream, GROUP, ...entries.map(([id]) => id));
        done(events);
      }
    },
    async close() {
      isOpen = false;
      redis.disconnect();
    },
  };
}
