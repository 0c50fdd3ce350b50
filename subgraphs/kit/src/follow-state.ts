import type { Redis } from 'ioredis';
import { type Context, resourcesOf } from './context.ts';

/** Nobody reads faster than this, and each reading costs some. */
const EVERY_MS = 250;

/**
 * What is read, now and each time that a channel of Redis says that it changed, at most four times a second. What changes
 * between two readings is in the next one, so the last state is always told.
 */
export async function followState<State>(
  ctx: Context,
  channel: string,
  read: (redis: Redis) => Promise<State>,
): Promise<AsyncIterableIterator<State>> {
  let isOpen = true;
  let changed = Promise.withResolvers<void>();
  changed.resolve();
  let toldAt = 0;
  const closed = Promise.withResolvers<void>();
  const note = () => changed.resolve();
  const stop = await resourcesOf(ctx).bell.listen(channel, { hear: note, missed: note });

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
      const state = await read(ctx.redis).catch(() => undefined);
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
