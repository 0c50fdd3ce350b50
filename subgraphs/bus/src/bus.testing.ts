import { startRedis } from '@mycelium/database/embedded/redis';
import type { Event } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { totalsKey } from './keys.ts';
import { type Delivery, type LeaseRequest, leaseDeliveries } from './lease.ts';
import type { Policy } from './policy.ts';
import { publishToBus } from './publish.ts';

/** A policy that tries again soon, and opens no breaker. */
export const policy: Policy = {
  attempts: 3,
  backOffMs: 20,
  backOffAtMostMs: 40,
  breaker: { failures: 1_000, openMs: 100 },
};

export function eventOf(tenant: string, given: Partial<Event> = {}): Event {
  return {
    id: uuidv7(),
    type: 'user.created',
    feed: tenant,
    source: 'crm',
    at: new Date().toISOString(),
    actor: { kind: 'client', id: 'test' },
    correlationId: 'test',
    payload: {},
    ...given,
  };
}

export const idsOf = (deliveries: readonly { event: Event }[]): string[] => deliveries.map(({ event }) => event.id);

export const dueKeyOf = (tenant: string): string => `mycelium:bus:due:${tenant}:crm>hr`;

/** The bus in a Redis of its own, where the CRM sends to HR. */
export interface TestBus {
  redis: Redis;
  /** Answers the event's id. */
  publish(tenant: string, given?: Partial<Event>, targets?: string[]): Promise<string>;
  lease(tenant: string, given?: Partial<LeaseRequest>): Promise<Delivery[]>;
  /** What a counter of the channel says. */
  total(tenant: string, what: string, channel?: string): Promise<number>;
  close(): Promise<void>;
}

export async function openTestBus(): Promise<TestBus> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  return {
    redis,
    async publish(tenant, given = {}, targets = ['hr']) {
      const [id = ''] = await publishToBus(redis, [{ event: eventOf(tenant, given), targets }]);
      return id;
    },
    lease: (tenant, given = {}) =>
      leaseDeliveries(redis, {
        ...{ tenant, application: 'hr', consumer: 'one', leaseMs: 10_000, most: 10, policy },
        ...given,
      }),
    total: async (tenant, what, channel = 'crm>hr') =>
      Number((await redis.hget(totalsKey(tenant), `${channel}|${what}`)) ?? 0),
    async close() {
      redis.disconnect();
      await server.stop();
    },
  };
}
