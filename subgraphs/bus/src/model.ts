import type { Event } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import type { Policy } from './policy.ts';

/** The times of a history: a short one is over when its next step begins, and a long one never is. */
export const SHORT_MS = 1;
export const LONG_MS = 600_000;
export const TARGET = 'hr';
export const sources = ['crm', 'system'];
export const types = ['user.created', 'user.updated'];
export const policy: Policy = {
  attempts: 3,
  backOffMs: SHORT_MS,
  backOffAtMostMs: LONG_MS,
  breaker: { failures: 1_000_000, openMs: 1 },
};

/** A delivery, as the model knows it. */
export interface Known {
  id: string;
  source: string;
  type: string;
  key: string;
  /** Where it stands in its channel. */
  place: number;
  state: 'WAITS' | 'LEASED' | 'RETRIES' | 'ACKNOWLEDGED' | 'FAILED' | 'TIMEOUT';
  /** The lease, or the wait, is over. */
  isOver: boolean;
  attempts: number;
  failures: number;
  /** The call that handed it out last. */
  call: number;
}

/** The bus as it should be: a list of deliveries, and its counters. */
export class Model {
  readonly tenant = uuidv7();
  readonly all: Known[] = [];
  readonly paused = new Set<string>();
  readonly counts = { published: 0, acknowledged: 0, failed: 0, timeout: 0, stored: 0, retried: 0, replayed: 0 };
  /** Failures as the breaker counts them. */
  failuresInARow = 0;
  readonly #lapsedCalls = new Set<number>();
  #places = 0;

  place(): number {
    this.#places += 1;
    return this.#places;
  }

  eventOf({ id, source, type, key }: Known): Event {
    const actor = { kind: 'client', id: 'model' };
    const at = new Date().toISOString();
    return { id, type, feed: this.tenant, source, at, actor, correlationId: 'model', orderingKey: key, payload: {} };
  }

  end(known: Known, status: 'ACKNOWLEDGED' | 'FAILED' | 'TIMEOUT'): void {
    known.state = status;
    this.counts[status === 'ACKNOWLEDGED' ? 'acknowledged' : status === 'FAILED' ? 'failed' : 'timeout'] += 1;
    if (status !== 'ACKNOWLEDGED') this.counts.stored += 1;
  }

  /** The leases of these ran out: those that one call handed out are one failure. */
  lapse(all: readonly Known[]): void {
    for (const { call } of all) {
      if (!this.#lapsedCalls.has(call)) this.failuresInARow += 1;
      this.#lapsedCalls.add(call);
    }
  }

  get open(): Known[] {
    return this.all.filter(({ state }) => state === 'WAITS' || state === 'LEASED' || state === 'RETRIES');
  }

  /** The lease of its last attempt is over. */
  isSpent({ state, isOver, attempts }: Known): boolean {
    return state === 'LEASED' && isOver && attempts >= policy.attempts;
  }

  /** Whether a delivery may be leased now: the earlier ones of its ordering key have ended, or are about to. */
  mayGo(known: Known, type: string | undefined, ending: readonly Known[]): boolean {
    if (this.paused.has(known.source) || (type && type !== known.type)) return false;
    if (this.isSpent(known) || (known.state !== 'WAITS' && !known.isOver)) return false;
    const before = this.open.filter(
      ({ source, key, place }) => source === known.source && key === known.key && place < known.place,
    );
    return known.key === '' || before.every((each) => ending.includes(each));
  }
}
