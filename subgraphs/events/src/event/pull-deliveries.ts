import { type Delivery, type LeaseRequest, leaseDeliveries, TakenAtHome } from '@mycelium/bus/lease';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import type { Redis } from 'ioredis';
import { notePresence } from '../consumer/read-consumers.ts';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { withHome } from '../settings/write-settings.ts';
import { checkConsumer, takenAtHome } from './check-speaker.ts';
import { type EventDelivery, leaseSchema } from './event.ts';
import { asAnswer } from './publish.ts';

/** What a client says who wants deliveries, now or as they come. */
export interface LeaseArgs {
  application: string;
  types?: string[] | null;
  max: number;
  leaseMs: number;
  consumer: string;
}

/** Leases what waits for an application now. */
export async function pullDeliveries(ctx: Context, args: LeaseArgs): Promise<EventDelivery[]> {
  const request = await leaseRequestOf(ctx, args);
  await onBus(ctx, () => notePresence(ctx, request.tenant, request));
  const deliveries = await onBus(ctx, (redis) => leaseForProgram(redis, request));
  return deliveries.map((delivery) => asDelivery(delivery, request.application));
}

/** Leases for a program outside; throws Conflict from the moment at which the home of the application takes its events. */
export async function leaseForProgram(redis: Redis, request: LeaseRequest): Promise<Delivery[]> {
  return leaseDeliveries(redis, request).catch((error: unknown) => {
    throw error instanceof TakenAtHome ? takenAtHome(request.application) : error;
  });
}

/** The request that the bus is asked with; throws when the viewer may not, or with the path of what is wrong. */
export async function leaseRequestOf(ctx: Context, args: LeaseArgs): Promise<LeaseRequest> {
  const { application } = args;
  await checkConsumer(ctx, application);
  const tenant = ownTenant(ctx);
  const { max, leaseMs, consumer } = parseInput(leaseSchema, args, []);
  const types = await typesOf(ctx, tenant, args.types ?? undefined);
  return { tenant, application, consumer, leaseMs, most: max, types, isOutside: withHome.includes(application) };
}

/** The canonical names of types that were asked for by any of their names. */
async function typesOf(ctx: Context, tenant: string, names?: string[]): Promise<string[] | undefined> {
  if (!names) return undefined;
  const registry = await readRegistry(ctx, tenant);
  return names.map((name, index) => {
    const type = registry.type(name);
    if (!type) throw new Invalid(`There is no event type ${name}.`, ['types', index]);
    return type.name;
  });
}

/** A delivery as the graph shows it. */
export function asDelivery({ event, attempt, leasedUntil, isReplay }: Delivery, application: string): EventDelivery {
  return { event: asAnswer(event, [application]), application, attempt, leasedUntil, isReplay };
}
