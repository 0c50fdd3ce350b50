import { changedKey } from '@mycelium/bus/keys';
import { type Delivery, leaseDeliveries } from '@mycelium/bus/lease';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { notePresence } from '../consumer/read-consumers.ts';
import { listen } from '../live/listen.ts';
import { tenantOf } from '../own-tenant.ts';
import { listenToBell } from './bell.ts';
import { asDelivery, checkConsumer, type PullRequest, typesOf } from './consume.ts';
import { type EventDelivery, pullSchema } from './event.ts';
import { openOutstanding } from './outstanding.ts';

const POLL_MS = 2_000;

/**
 * Leases what comes for an application, as it comes, and never more than `max` at a time: what was leased here counts until
 * it is acknowledged, has failed, or its lease is over, so that a slow consumer leaves the rest to others. Ends with
 * `return()`; what was leased and not taken is handed out again when its lease is over.
 */
export async function receive(ctx: Context, request: PullRequest): Promise<AsyncIterableIterator<EventDelivery>> {
  await checkConsumer(ctx, request.application);
  const tenant = tenantOf(ctx);
  const { max, leaseMs, consumer } = parseInput(pullSchema, request, []);
  const { application } = request;
  const types = await typesOf(ctx, tenant, request.types ?? undefined);
  const lease = { tenant, application, consumer, leaseMs, types };
  let wake = Promise.withResolvers<void>();
  const outstanding = openOutstanding(ctx.redis, tenant, application);
  const stopListening = await listenToBell(ctx.redis, application, tenant, () => wake.resolve());
  const wakeIfFull = (): void => {
    if (outstanding.count >= max) wake.resolve();
  };
  const stopWatching = await listen(ctx.redis, changedKey(tenant), { hear: wakeIfFull, missed: wakeIfFull });
  let isOpen = true;
  const leased: EventDelivery[] = [];

  async function rest(): Promise<void> {
    const timer = setTimeout(() => wake.resolve(), POLL_MS);
    await wake.promise;
    clearTimeout(timer);
    wake = Promise.withResolvers();
  }

  async function leaseMore(): Promise<Delivery[]> {
    await outstanding.recount();
    const most = max - outstanding.count;
    if (most <= 0) return [];
    const found = await leaseDeliveries(ctx.redis, { ...lease, most });
    outstanding.add(found);
    return found;
  }

  async function next(): Promise<IteratorResult<EventDelivery>> {
    while (isOpen) {
      const delivery = leased.shift();
      if (delivery) return { done: false, value: delivery };
      await notePresence(ctx, tenant, { application, consumer }).catch(() => undefined);
      const found = await leaseMore().catch(() => []);
      leased.push(...found.map((each) => asDelivery(each, application)));
      if (leased.length === 0 && isOpen) await rest();
    }
    return { done: true, value: undefined };
  }

  const deliveries: AsyncIterableIterator<EventDelivery> = {
    next,
    async return() {
      isOpen = false;
      wake.resolve();
      stopListening();
      stopWatching();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => deliveries,
  };
  return deliveries;
}
