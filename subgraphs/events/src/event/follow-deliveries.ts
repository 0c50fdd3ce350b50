import { bellOf, changedKey } from '@mycelium/bus/keys';
import type { Delivery } from '@mycelium/bus/lease';
import { type Context, resourcesOf } from '@mycelium/kit/context';
import { Conflict } from '@mycelium/kit/errors';
import { notePresence } from '../consumer/read-consumers.ts';
import type { EventDelivery } from './event.ts';
import { openOutstanding } from './outstanding.ts';
import { asDelivery, type LeaseArgs, leaseForProgram, leaseRequestOf } from './pull-deliveries.ts';

const POLL_MS = 2_000;

/**
 * Leases deliveries for an application as they come, and never more than `max` at a time: one that was leased here counts until
 * it is acknowledged, has failed, or its lease is over, so that a slow consumer leaves the rest to others. Ends with
 * `return()`, and with a Conflict once the platform takes the events itself; what was leased and not yet asked for with `next()`
 * is leased to somebody else when its lease is over.
 */
export async function followDeliveries(ctx: Context, args: LeaseArgs): Promise<AsyncIterableIterator<EventDelivery>> {
  const request = await leaseRequestOf(ctx, args);
  const { tenant, application, most: max } = request;
  let wake = Promise.withResolvers<void>();
  const outstanding = openOutstanding(ctx.redis, tenant, application);
  const { bell } = resourcesOf(ctx);
  const stopListening = await bell.listen(bellOf(application), {
    hear: (rungFor) => {
      if (rungFor === tenant) wake.resolve();
    },
    missed: () => wake.resolve(),
  });
  const wakeIfFull = (): void => {
    if (outstanding.count >= max) wake.resolve();
  };
  const stopWatching = await bell.listen(changedKey(tenant), { hear: wakeIfFull, missed: wakeIfFull });
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
    const found = await leaseForProgram(ctx.redis, { ...request, most });
    outstanding.add(found);
    return found;
  }

  async function next(): Promise<IteratorResult<EventDelivery>> {
    while (isOpen) {
      const delivery = leased.shift();
      if (delivery) return { done: false, value: delivery };
      await notePresence(ctx, tenant, request).catch(() => undefined);
      const found = await leaseMore().catch((error: unknown) => {
        if (error instanceof Conflict) throw error;
        return [];
      });
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
