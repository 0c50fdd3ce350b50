import { onOneConnection } from '@mycelium/database/connections';
import { Busy } from './errors.ts';
import type { CallContext } from './viewer.ts';

/** How long somebody waits for a place, and how many may. */
interface Patience {
  waitMs: number;
  /** How many calls of one caller may wait. */
  mostOfOne: number;
  /** How many calls may wait in all. */
  most: number;
}

/** Work that goes on at the same time, so much of it and no more, each with one connection to the database. */
export interface Places {
  /**
   * Does work as soon as there is a place. Those who wait take turns, so that the many calls of one hold up no other one.
   * Rejects with Busy when that takes too long or too many wait; without patience it waits for as long as it takes.
   */
  run<Result>(who: string, work: () => Promise<Result>, patience?: Patience): Promise<Result>;
}

/** How long a client's call waits for a place: longer than a burst takes, shorter than people wait. */
export const callPatience: Patience = { waitMs: 5_000, mostOfOne: 500, most: 2_000 };

/** Who takes turns with others: a tenant, or where somebody without one comes from. */
export function callerOf({ viewer, address }: CallContext): string {
  return viewer.tenantId ?? address ?? viewer.kind;
}

/** So many places, of which one caller never has all: the last one is for somebody else. */
export function openPlaces(size: number): Places {
  const share = Math.max(1, size - 1);
  const taken = new Map<string, number>();
  /** Whose turn it is comes first. */
  const queues = new Map<string, (() => void)[]>();
  let free = size;
  let waiting = 0;

  const takenBy = (who: string): number => taken.get(who) ?? 0;
  const mayEnter = (who: string): boolean => free > 0 && takenBy(who) < share;

  function enter(who: string): void {
    free -= 1;
    taken.set(who, takenBy(who) + 1);
  }

  function leave(who: string): void {
    free += 1;
    if (takenBy(who) === 1) taken.delete(who);
    else taken.set(who, takenBy(who) - 1);
    admitNext();
  }

  function admitNext(): void {
    for (const [who, queue] of queues) {
      if (!mayEnter(who)) continue;
      const [next] = queue;
      // Behind all others, if there are more of its own.
      dequeue(who, next);
      if (queue.length > 0) {
        queues.delete(who);
        queues.set(who, queue);
      }
      enter(who);
      next?.();
      return;
    }
  }

  function dequeue(who: string, one: (() => void) | undefined): void {
    const queue = queues.get(who) ?? [];
    const at = one ? queue.indexOf(one) : -1;
    if (at < 0) return;
    queue.splice(at, 1);
    waiting -= 1;
    if (queue.length === 0) queues.delete(who);
  }

  async function wait(who: string, patience: Patience | undefined): Promise<void> {
    const queue = queues.get(who) ?? [];
    if (patience && (waiting >= patience.most || queue.length >= patience.mostOfOne)) throw new Busy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    queue.push(resolve);
    queues.set(who, queue);
    waiting += 1;
    const timer =
      patience &&
      setTimeout(() => {
        dequeue(who, resolve);
        reject(new Busy());
      }, patience.waitMs);
    await promise.finally(() => clearTimeout(timer));
  }

  return {
    async run(who, work, patience) {
      if (mayEnter(who)) enter(who);
      else await wait(who, patience);
      try {
        return await onOneConnection(work);
      } finally {
        leave(who);
      }
    },
  };
}
