import type { Audit } from '@mycelium/schema/audit';
import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import { callBus } from './library.ts';

/** An event with the applications that it is for. */
export interface Addressed {
  event: Event;
  targets: readonly string[];
}

/** An event that a client publishes, once for its idempotency key. */
export interface Publication extends Addressed {
  idempotencyKey?: string;
  /** The targets that the client asked for by name, when these are not all that the type has: with another choice it is another event. */
  chosen?: readonly string[];
  /** What the audit log says of it. */
  audit?: Audit;
}

/** An idempotency key comes a second time, for another type or with another content; nothing was published. */
export class KeyUsed extends Error {
  constructor(
    /** Which of the publications has the key. */
    readonly index: number,
    /** The event that the key was used for. */
    readonly eventId: string,
  ) {
    super('An idempotency key was used for another event.');
  }
}

/** How long an idempotency key is remembered. */
const KEYS_KEPT_MS = 24 * 60 * 60 * 1000;

const answerSchema = z.array(z.union([z.string(), z.number()]));

/**
 * Puts each event into the queue of each of its targets, all of them in one step, and each once per idempotency key of its
 * tenant and source; answers the ids that the events have.
 */
export async function publishToBus(redis: Redis, publications: readonly Publication[]): Promise<string[]> {
  const args = publications.flatMap(({ event, targets, idempotencyKey = '', chosen, audit }) => [
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
  const answer = answerSchema.parse(await callBus(redis, 'publish', [], [KEYS_KEPT_MS, ...args]));
  const [first, index, id] = answer;
  if (first === 'USED') throw new KeyUsed(Number(index), String(id));
  return answer.map(String);
}
