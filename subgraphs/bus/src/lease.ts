import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { eventIn } from './event-in.ts';
import { callBus } from './library.ts';
import { type Policy, policyText } from './policy.ts';

/** An event that one consumer of an application has for a while, to do what it does and answer. */
export interface Delivery {
  event: Event;
  /** 1 for the first time. */
  attempt: number;
  leasedUntil: Date;
  /** Whether somebody asked for it once more, though it may have been done before. */
  isReplay: boolean;
}

export interface LeaseRequest {
  tenant: string;
  application: string;
  /** Who works: another name for each process that works at the same time. */
  consumer: string;
  leaseMs: number;
  most: number;
  /** Events of all types when left out. */
  types?: readonly string[];
  /** The policy of a target that has a schedule of its own, in place of the tenant's. */
  policy?: Policy;
  /** A program outside asks, for an application that has a home: it has nothing unless its tenant has given it to programs. */
  isOutside?: boolean;
}

/** The home of the application takes its deliveries, and no program outside. */
export class TakenAtHome extends Error {}

/** Leases the oldest deliveries that wait for an application of a tenant; those of one ordering key one after the other. */
export async function leaseDeliveries(redis: Redis, request: LeaseRequest): Promise<Delivery[]> {
  const { tenant, application, consumer, leaseMs, most, types, policy, isOutside } = request;
  const wanted = types ? JSON.stringify(types) : '';
  const args = [tenant, application, consumer, leaseMs, most, wanted, policyText(policy), isOutside ? 1 : 0];
  const answer = await callBus(redis, 'lease', [], args);
  if (answer === 'HOME') throw new TakenAtHome(`The home of ${application} takes its deliveries.`);
  return readDeliveries(redis, request, answer);
}

/** The same for an application of whichever tenant's turn it is; without any, says in how many ms there may be some. */
export async function leaseOfAnyTenant(
  redis: Redis,
  { application, consumer, leaseMs, most }: Omit<LeaseRequest, 'tenant' | 'types' | 'policy'>,
): Promise<{ waitMs?: number; deliveries: Delivery[] }> {
  const args = [application, consumer, leaseMs, most];
  const answer = await callBus(redis, 'lease_any', [], args);
  const [wait, leased, tenant] = z.tuple([z.number(), z.unknown(), z.string()]).parse(answer);
  const deliveries = await readDeliveries(redis, { tenant, application }, leased);
  return { waitMs: wait < 0 ? undefined : wait, deliveries };
}

/**
 * The step answers five values for each delivery. A text that is no event is given up at once, since nobody could answer it: whoever
 * keeps what was given up sets it aside.
 */
async function readDeliveries(
  redis: Redis,
  { tenant, application }: Pick<LeaseRequest, 'tenant' | 'application'>,
  answer: unknown,
): Promise<Delivery[]> {
  const values = z.array(z.union([z.string(), z.number()])).parse(answer);
  const deliveries: Delivery[] = [];
  const illegible: string[] = [];
  for (let at = 0; at < values.length; at += 5) {
    const [id = '', json, attempt, until, replayed] = values.slice(at, at + 5);
    const event = eventIn(String(json));
    const [leasedUntil, isReplay] = [new Date(Number(until)), replayed === '1'];
    if (event) deliveries.push({ event, attempt: Number(attempt), leasedUntil, isReplay });
    else illegible.push(String(id), 'This is no event.');
  }
  if (illegible.length > 0) await callBus(redis, 'give_up', [], [tenant, application, ...illegible]);
  return deliveries;
}
