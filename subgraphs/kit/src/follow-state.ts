import { changedKey } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import type { Redis } from 'ioredis';
import { listen } from './listen.ts';

/** Nobody reads faster than this, and each reading costs some. */
const EVERY_MS = 250;

/**
 * What the counters of a tenant say, now and each time that they change, at most four times a second. What changes
 * between two readings is in the next one, so the last state is always told.
 */
export async function followState<State>(
  { redis }: Context,
  tenant: string,
  read: (redis: Redis, tenant: string) => Promise<State>,
): Promise<AsyncIterableIterator<State>> {
  let isOpen = true;
  let changed = Promise.withResolvers<void>();
  changed.resolve();
  let toldAt = 0;
  const closed = Promise.withResolvers<void>();
  const note = () => changed.resolve();
  const stop = await listen(redis, changedKey(tenant), { hear: note, missed: note });

  async function rest(ms: number): Promise<void> {
    if (ms <= 0) return;
    const waited = Promise.withResolvers<void>();
    const timer = setTimeout(waited.resolve, ms);
    await Promise.race([waited.promise, closed.promise]);
    clearTimeout(timer);
  }

  async function next(): Promise<IteratorResult<State>> {
    while (isOpen) {
      await Promise.race([changed.promise, closed.promise]);
      await rest(toldAt + EVERY_MS - Date.now());
      if (!isOpen) break;
      changed = Promise.withResolvers();
      const state = await read(redis, tenant).catch(() => undefined);
      toldAt = Date.now();
      if (state !== undefined) return { done: false, value: state };
      // Redis is away; whoever follows hears of it again when it is back.
      changed.resolve();
    }
    return { done: true, value: undefined };
  }

  const states: AsyncIterableIterator<State> = {
    next,
    async return() {
      isOpen = false;
      closed.resolve();
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => states,
  };
  return states;
}
