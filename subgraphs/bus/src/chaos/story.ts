import type { Event } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import type { Policy } from '../policy.ts';

/** What the processes of the chaos agree upon. */
export const TARGET = 'hr';
export const LEASE_MS = 1_500;

/** Kills must cost no delivery: only what the consumers refuse for good is given up. */
export const policy: Policy = {
  attempts: 1_000,
  backOffMs: 20,
  backOffAtMostMs: 200,
  breaker: { failures: 1_000_000, openMs: 1_000 },
};

/** The n-th event; a tenth of them have an ordering key. */
export function eventOf(tenant: string, n: number, source: string, type: string): Event {
  return {
    id: uuidv7(),
    type,
    feed: tenant,
    source,
    at: new Date().toISOString(),
    actor: { kind: 'client', id: 'chaos' },
    correlationId: 'chaos',
    orderingKey: n % 10 === 0 ? `key-${n % 70}` : undefined,
    payload: { n },
  };
}

export const isRefused = (n: number): boolean => n % 100 === 7;
export const failsAtFirst = (n: number): boolean => n % 20 === 3;

/** What a consumer writes down, before or after it does it. */
export type Note =
  | { what: 'leased'; id: string; n: number; attempt: number; until: number }
  | { what: 'failing'; id: string; attempt: number }
  | { what: 'acknowledged'; id: string; outcome: string };
