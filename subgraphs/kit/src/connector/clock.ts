import { setTimeout as sleepFor } from 'node:timers/promises';

/** What waits, and by which time. */
export interface Clock {
  now(): number;
  /** Rejects when the signal does. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => void (await sleepFor(ms, undefined, { signal })),
};
