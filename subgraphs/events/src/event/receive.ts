import { leaseEvents } from '@mycelium/kit/bus/bus';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { notePresence } from '../consumer/read-consumers.ts';
import { tenantOf } from '../own-tenant.ts';
import { listenToBell } from './bell.ts';
import { asDelivery, checkConsumer, type PullRequest, typesOf } from './consume.ts';
import { type EventDelivery, pullSchema } from './event.ts';

const POLL_MS = 2_000;

/**
 * Leases what comes for an application, as it comes: each delivery as soon as the one before was taken from here, so
 * that a slow consumer leases no more than it handles. Ends with `return()`; what was leased and not taken is handed out again when its lease is over.
 */
export async function receive(ctx: Context, request: PullRequest): Promise<AsyncIterableIterator<EventDelivery>> {
  await checkConsumer(ctx, request.application);
  const tenant = tenantOf(ctx);
  const { max, leaseMs, consumer } = parseInput(pullSchema, request, []);
  const { application } = request;
  const types = await typesOf(ctx, tenant, request.types ?? undefined);
  const lease = { tenant, application, consumer, leaseMs, most: max, types };
  let wake = Promise.withResolvers<void>();
  const stopListening = await listenToBell(ctx.redis, application, tenant, () => wake.resolve());
  let isOpen = true;
  const leased: EventDelivery[] = [];

  async function rest(): Promise<void> {
    const timer = setTimeout(() => wake.resolve(), POLL_MS);
    await wake.promise;
    clearTimeout(timer);
    wake = Promise.withResolvers();
  }

  async function next(): Promise<IteratorResult<EventDelivery>> {
    while (isOpen) {
      const delivery = leased.shift();
      if (delivery) return { done: false, value: delivery };
      await notePresence(ctx, tenant, { application, consumer }).catch(() => undefined);
      const found = await leaseEvents(ctx.redis, lease).catch(() => []);
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
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => deliveries,
  };
  return deliveries;
}
