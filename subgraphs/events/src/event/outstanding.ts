import { leasesKey } from '@mycelium/bus/keys';
import type { Delivery } from '@mycelium/bus/lease';
import type { Redis } from 'ioredis';

/** What one consumer has of an application's deliveries, and nobody has heard the end of. */
interface Outstanding {
  readonly count: number;
  add(deliveries: readonly Delivery[]): void;
  /** Leaves out what has ended, has failed, or is somebody else's by now. */
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

/** Whether the lease is still the one that this delivery came with; it reads `state attempts …`. */
function isHeld({ attempt, leasedUntil }: Delivery, lease: string | null | undefined): boolean {
  return leasedUntil.getTime() > Date.now() && (lease?.startsWith(`L ${attempt} `) ?? false);
}
