import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** How many milliseconds the business is ahead of real time: one number for all processes. */
const CLOCK_KEY = 'mycelium:clock';
const READ_EVERY_MS = 400;

/** What time it is for the business, which development and demo may move. */
export interface Clock {
  now(): Date;
  readonly aheadMs: number;
  /** Nobody moves that of a production installation, and what was moved before counts for nothing there. */
  readonly canBeMoved: boolean;
  /** Moves the clock: for this process at once, and within a second for all. */
  move(aheadMs: number): Promise<void>;
  /** Calls back each time that somebody has moved it, until the answer is called. */
  onMove(listener: () => void): () => void;
  close(): void;
}

/** Follows the clock of the installation. While Redis is away it goes on from what it last knew. */
export async function openClock(redis: Redis, { canBeMoved }: { canBeMoved: boolean }): Promise<Clock> {
  const stop = new AbortController();
  let aheadMs = 0;
  let moves = 0;
  const listeners = new Set<() => void>();

  function set(ms: number): void {
    if (ms === aheadMs) return;
    aheadMs = ms;
    for (const listener of listeners) listener();
  }

  async function read(): Promise<void> {
    const before = moves;
    const kept = await redis.get(CLOCK_KEY).catch(() => undefined);
    // What was asked before the clock was moved here is older than that.
    if (kept !== undefined && moves === before) set(Number.isSafeInteger(Number(kept)) ? Number(kept) : 0);
  }

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      await sleep(READ_EVERY_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      if (!stop.signal.aborted) await read();
    }
  }

  if (canBeMoved) {
    await read();
    void follow();
  }
  return {
    canBeMoved,
    now: () => new Date(Date.now() + aheadMs),
    get aheadMs() {
      return aheadMs;
    },
    async move(ms) {
      if (!canBeMoved) throw new Error('This clock cannot be moved.');
      await redis.set(CLOCK_KEY, ms);
      moves += 1;
      set(ms);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => stop.abort(),
  };
}
