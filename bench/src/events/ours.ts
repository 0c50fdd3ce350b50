import { acknowledgeDeliveries } from '@mycelium/bus/answer';
import { bellOf } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { Redis } from 'ioredis';
import { BATCH, type Queue, TARGET } from './queue.ts';

/** Our bus, as the subgraphs use it: leases, answers that can be read for an hour, counters. */
export function ours(url: string, tenant: string): Queue {
  const redis = new Redis(url);
  const bell = new Redis(url);
  let wake = Promise.withResolvers<void>();
  bell.on('message', () => wake.resolve());
  let isOpen = true;
  return {
    async publish(events) {
      await publishToBus(
        redis,
        events.map((event) => ({ event, targets: [TARGET] })),
      );
    },
    async consume(consumer, done) {
      await bell.subscribe(bellOf(TARGET));
      const lease = { tenant, application: TARGET, consumer, leaseMs: 60_000, most: BATCH };
      while (isOpen) {
        wake = Promise.withResolvers();
        const events = (await leaseDeliveries(redis, lease)).map(({ event }) => event);
        if (events.length === 0) {
          await wake.promise;
          continue;
        }
        const answers = events.map(({ id }) => ({ id, data: { ok: true } }));
        const outcomes = await acknowledgeDeliveries(redis, tenant, TARGET, answers);
        done(events.filter((_, index) => outcomes[index] === 'ACKNOWLEDGED'));
      }
    },
    async close() {
      isOpen = false;
      wake.resolve();
      redis.disconnect();
      bell.disconnect();
    },
  };
}
