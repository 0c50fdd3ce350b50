import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from './process.ts';

interface Server {
  pid: number;
  stop(): Promise<void>;
}

/** What is said of a server that ended by itself. */
export type Told = { ended: true } | { back: true; ms: number } | { refused: string; againInMs: number };

const LOOK_MS = 250;
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 30_000;

/**
 * A server that is started again whenever it ends by itself: at once, and while that fails after a rest that doubles, half
 * a minute at most. `start` must bring it back at the same address. It is watched by its pid, since one that was
 * adopted is nobody's child.
 */
export function keepAlive<Kept extends Server>(
  server: Kept,
  start: () => Promise<Kept>,
  tell: (told: Told) => void,
): { readonly pid: number; stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  let current = server;
  const watching = watch();

  async function watch(): Promise<void> {
    let identity = identityOf(current.pid);
    while (await rest(LOOK_MS, signal)) {
      if (identity && identityOf(current.pid) === identity) continue;
      tell({ ended: true });
      await revive();
      identity = identityOf(current.pid);
    }
  }

  async function revive(): Promise<void> {
    const since = Date.now();
    let again = FIRST_REST_MS;
    while (!signal.aborted) {
      try {
        // It lets go of what belonged to the one that ended.
        await current.stop();
        current = await start();
        return tell({ back: true, ms: Date.now() - since });
      } catch (error) {
        tell({ refused: error instanceof Error ? error.message : String(error), againInMs: again });
        await rest(again, signal);
        again = Math.min(again * 2, LONGEST_REST_MS);
      }
    }
  }

  return {
    get pid() {
      return current.pid;
    },
    async stop() {
      ending.abort();
      await watching;
      await current.stop();
    },
  };
}

/** Whether the time passed, rather than the end came. */
function rest(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal }).catch(() => false);
}
