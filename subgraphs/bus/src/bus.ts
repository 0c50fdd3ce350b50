import type { Audit } from '@mycelium/schema/audit';
import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import { eventIn } from './event-in.ts';
import { callBus } from './library.ts';
import type { Policy } from './policy.ts';

/** An event that one application has for a while, to do what it does and say so. */
export interface Delivery {
  event: Event;
  /** 1 for the first time. */
  attempt: number;
  leasedUntil: Date;
  /** Somebody asked for it once more, though it may have been done before. */
  isReplay: boolean;
}

/** An event with the applications that are to be told. */
export interface Addressed {
  event: Event;
  targets: readonly string[];
}

/** `AGAIN`: it was acknowledged before. `FAILED` and `TIMEOUT`: it was given up before. */
export type Acknowledged = 'ACKNOWLEDGED' | 'AGAIN' | 'FAILED' | 'TIMEOUT' | 'UNKNOWN' | 'NO_TARGET';

/** How a delivery stands after a failure was told. */
export type Failed = 'RETRYING' | 'FAILED' | 'ACKNOWLEDGED' | 'TIMEOUT' | 'UNKNOWN' | 'NO_TARGET';

/** How long the answer to an event can be read after the last of its targets gave it. */
const ANSWERS_KEPT_MS = 60 * 60 * 1000;

/** How long an idempotency key is remembered. */
const ONCE_MS = 24 * 60 * 60 * 1000;

const published = z.array(z.union([z.string(), z.number()]));

/** An event that is published, once for its idempotency key. */
export interface Publication extends Addressed {
  idempotencyKey?: string;
  /** Those of the targets that were asked for by name, where not all of them are told: with another choice it is another event. */
  chosen?: readonly string[];
  /** What the audit log says of it. */
  audit?: Audit;
}

/** An idempotency key comes a second time, for another type or with another content; nothing was published. */
export class KeyUsed extends Error {
  constructor(
    /** Which of the events it was. */
    readonly index: number,
    /** The event that the key was used for. */
    readonly eventId: string,
  ) {
    super('An idempotency key was used for another event.');
  }
}

/** Publishes events, each once per idempotency key of its tenant and source, and with it what the audit log says of it; answers the ids they have. */
export async function publishEvents(redis: Redis, events: readonly Publication[]): Promise<string[]> {
  const args = events.flatMap(({ event, targets, idempotencyKey = '', chosen, audit }) => [
    event.id,
    event.feed,
    event.source,
    event.type,
    event.orderingKey ?? '',
    JSON.stringify(event),
    JSON.stringify(targets),
    idempotencyKey,
    audit ? JSON.stringify(audit) : '',
    idempotencyKey && digestOf([event.type, event.orderingKey, chosen?.toSorted(), event.payload]),
  ]);
  const answer = published.parse(await callBus(redis, 'publish', [], [ONCE_MS, ...args]));
  const [first, index, id] = answer;
  if (first === 'USED') throw new KeyUsed(Number(index), String(id));
  return answer.map(String);
}

export interface LeaseRequest {
  tenant: string;
  application: string;
  /** Who works: another name for each process that works at the same time. */
  consumer: string;
  leaseMs: number;
  most: number;
  /** All types unless told. */
  types?: readonly string[];
  /** In place of the tenant's. */
  policy?: Policy;
}

/** Hands out what waits for an application of a tenant, oldest first; those of one ordering key one after the other. */
export async function leaseEvents(redis: Redis, request: LeaseRequest): Promise<Delivery[]> {
  const { tenant, application, consumer, leaseMs, most, types, policy } = request;
  const wanted = types ? JSON.stringify(types) : '';
  const args = [tenant, application, consumer, leaseMs, most, wanted, textOf(policy)];
  return deliveries(redis, { tenant, application }, await callBus(redis, 'lease', [], args));
}

/** Hands out what waits for an application, one tenant at a time; without any, says in how many ms there may be some. */
export async function leaseOfAnyTenant(
  redis: Redis,
  { application, consumer, leaseMs, most }: Omit<LeaseRequest, 'tenant' | 'types' | 'policy'>,
): Promise<{ waitMs?: number; deliveries: Delivery[] }> {
  const args = [application, consumer, leaseMs, most];
  const answer = await callBus(redis, 'lease_any', [], args);
  const [wait, leased, tenant] = z.tuple([z.number(), z.unknown(), z.string()]).parse(answer);
  return { waitMs: wait < 0 ? undefined : wait, deliveries: await deliveries(redis, { tenant, application }, leased) };
}

/** What is no event is given up at once, since nobody could answer it: whoever keeps what failed sets it aside. */
async function deliveries(
  redis: Redis,
  { tenant, application }: Pick<LeaseRequest, 'tenant' | 'application'>,
  answer: unknown,
): Promise<Delivery[]> {
  const values = z.array(z.union([z.string(), z.number()])).parse(answer);
  const good: Delivery[] = [];
  const odd: string[] = [];
  for (let at = 0; at < values.length; at += 5) {
    const [id = '', json, attempt, until, replayed] = values.slice(at, at + 5);
    const event = eventIn(String(json));
    if (!event) odd.push(String(id), 'This is no event.');
    else
      good.push({ event, attempt: Number(attempt), leasedUntil: new Date(Number(until)), isReplay: replayed === '1' });
  }
  if (odd.length > 0) await callBus(redis, 'give_up', [], [tenant, application, ...odd]);
  return good;
}

/** Says that an application has done its part, with what it has to answer. Each event is acknowledged once. */
export async function acknowledgeEvents(
  redis: Redis,
  tenant: string,
  application: string,
  answers: readonly { id: string; data?: unknown }[],
): Promise<Acknowledged[]> {
  const args = answers.flatMap(({ id, data }) => [id, data === undefined ? '' : JSON.stringify(data)]);
  return (await callBus(redis, 'acknowledge', [], [tenant, application, ANSWERS_KEPT_MS, ...args])) as Acknowledged[];
}

/** What an application could not do. */
export interface Failure {
  id: string;
  /** The attempt that failed; the last one unless told. A failure of an earlier one does not count for whoever has it now. */
  attempt?: number;
  reason: string;
  mayRetry: boolean;
}

/** Says that an application could not do its part; it is tried again by the tenant's policy or this one, unless it makes no sense. */
export async function failEvents(
  redis: Redis,
  tenant: string,
  application: string,
  failures: readonly Failure[],
  policy?: Policy,
): Promise<Failed[]> {
  const args = failures.flatMap(({ id, attempt = '', reason, mayRetry }) => [id, attempt, reason, mayRetry ? 1 : 0]);
  return (await callBus(redis, 'fail', [], [tenant, application, textOf(policy), ...args])) as Failed[];
}

const textOf = (policy: Policy | undefined): string => (policy ? JSON.stringify(policy) : '');

/** `ENDED`: this job has delivered it before, and it has ended since. */
export type Redelivered = 'DELIVERED' | 'UNDER_WAY' | 'ENDED';

export interface Redelivery {
  isReplay: boolean;
  /** It lay among those that failed. */
  wasStored: boolean;
  /** On whose behalf: a job delivers an event to a target once, however often it asks. */
  job?: string;
}

/** Delivers an event once more under its id, unless it is under way. */
export async function redeliverEvent(
  redis: Redis,
  event: Event,
  application: string,
  { isReplay, wasStored, job = '' }: Redelivery,
): Promise<Redelivered> {
  const { feed, id, source, type, orderingKey = '' } = event;
  const args = [feed, application, id, source, type, orderingKey, JSON.stringify(event)];
  const answer = await callBus(redis, 'redeliver', [], [...args, isReplay ? 1 : '', wasStored ? 1 : '', job]);
  return answer as Redelivered;
}

/** Says that the bus is at work, every so many milliseconds; answers how long it was not, in milliseconds, when that was longer. What waited then has as much more time. */
export async function keepAwake(redis: Redis, everyMs: number): Promise<number> {
  return Math.max(0, Number(await callBus(redis, 'awake', [], [everyMs])));
}

/** Gives up what was not acknowledged in time, or whose last lease ran out; answers how many, of so many at most. */
export async function sweepChannel(redis: Redis, { tenant, source, target }: Channel, most: number): Promise<number> {
  return Number(await callBus(redis, 'sweep', [], [tenant, source, target, most]));
}

/** What waits for an application after failures, or this event alone, is tried at once; answers how many there were. */
export async function hastenTarget(
  redis: Redis,
  tenant: string,
  application: string,
  eventId?: string,
): Promise<number> {
  return Number(await callBus(redis, 'hasten', [], [tenant, application, ...(eventId ? [eventId] : [])]));
}

/** Forgets a target with all that waits for it. */
export async function forgetTarget(redis: Redis, tenant: string, application: string): Promise<void> {
  await callBus(redis, 'forget_target', [], [tenant, application]);
}

/** From one application to another, of a tenant. */
export interface Channel {
  tenant: string;
  source: string;
  target: string;
}

/** Stops a channel, so that what is published waits, or lets it go on; answers whether that was new. */
export async function pauseChannel(
  redis: Redis,
  { tenant, source, target }: Channel,
  isPaused: boolean,
): Promise<boolean> {
  return Number(await callBus(redis, 'pause', [], [tenant, source, target, isPaused ? 1 : 0])) === 1;
}

/** Counts a channel anew and puts its counters right; answers what they said and what is true. */
export async function recountChannel(redis: Redis, { tenant, source, target }: Channel) {
  const answer = z.array(z.number()).parse(await callBus(redis, 'recount', [], [tenant, source, target]));
  const [saidPending = 0, pending = 0, saidRetrying = 0, retrying = 0] = answer;
  return { pending: { said: saidPending, is: pending }, retrying: { said: saidRetrying, is: retrying } };
}
