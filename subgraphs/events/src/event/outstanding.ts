import { leasesKey } from '@mycelium/bus/keys';
import type { Delivery } from '@mycelium/bus/lease';
import type { Redis } from 'ioredis';

/** The deliveries of an application that one consumer has leased and not yet answered. */
interface Outstanding {
  readonly count: number;
  add(deliveries: readonly Delivery[]): void;
  /** Leaves out those that have ended, have failed, or are somebody else's by now. */
  recount(): Promise<void>;
}

export function openOutstanding(redis: Redis, tenant: string, application: string): Outstanding {
  const deliveries = new Map<string, Delivery>();
  return {
    get count() {
      return deliveries.size;
    },
    add(more) {
      for (const delivery of more) deliveries.set(delivery.event.id, delivery);
    },
    async recount() {
      if (deliveries.size === 0) return;
      const all = [...deliveries];
      const leases = await redis.hmget(leasesKey(tenant, application), ...all.map(([id]) => id));
      for (const [index, [id, delivery]] of all.entries()) if (!isHeld(delivery, leases[index])) deliveries.delete(id);
    },
  };
}

/** Whether the lease in Redis, `state attempts …`, is still the one that this delivery came with. */
function isHeld({ attempt, leasedUntil }: Delivery, lease: string | null | undefined): boolean {
  return leasedUntil.getTime() > Date.now() && (lease?.startsWith(`L ${attempt} `) ?? false);
}
