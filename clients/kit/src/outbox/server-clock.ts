/** The server's time, by the clock of this device and how far that is off. */
export interface ServerClock {
  now(): number;
  /** As the browser's, and learns from each answer what time it is there. */
  fetch: typeof fetch;
}

interface Learnt {
  offsetMs: number;
  /** How far off the offset may be. */
  withinMs: number;
}

/** The header tells whole seconds. */
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** How much less is known of the clock of a device after each hour. */
const DRIFT_MS = 500;

/** A clock that outlives the page, so that a device that starts without a network knows how far it was off. */
export function createServerClock({
  storage = localStorage,
  key = 'mycelium.serverClock',
  ownNow = Date.now,
}: {
  storage?: Storage;
  key?: string;
  ownNow?: () => number;
} = {}): ServerClock {
  let learnt = readLearnt(storage.getItem(key));
  let learntAt = ownNow();

  function learn(response: Response, sentAt: number): void {
    const at = Date.parse(response.headers.get('date') ?? '');
    // What a cache answers says when that was made.
    if (Number.isNaN(at) || response.headers.has('age')) return;
    const receivedAt = ownNow();
    const withinMs = (receivedAt - sentAt + SECOND_MS) / 2;
    const offsetMs = Math.round(at + SECOND_MS / 2 - (sentAt + receivedAt) / 2);
    const isContradicted = learnt !== undefined && Math.abs(offsetMs - learnt.offsetMs) > withinMs + learnt.withinMs;
    const grown = learnt ? learnt.withinMs + (DRIFT_MS * (receivedAt - learntAt)) / HOUR_MS : Number.POSITIVE_INFINITY;
    if (!isContradicted && grown < withinMs) return;
    learnt = { offsetMs, withinMs };
    learntAt = receivedAt;
    try {
      storage.setItem(key, JSON.stringify(learnt));
    } catch {
      // Without room it is learnt again after each start.
    }
  }

  return {
    now: () => ownNow() + (learnt?.offsetMs ?? 0),
    async fetch(input, init) {
      const sentAt = ownNow();
      const response = await fetch(input, init);
      learn(response, sentAt);
      return response;
    },
  };
}

function readLearnt(text: string | null): Learnt | undefined {
  try {
    const { offsetMs, withinMs }: Partial<Learnt> = JSON.parse(text ?? '{}') ?? {};
    return Number.isFinite(offsetMs) && Number.isFinite(withinMs) ? ({ offsetMs, withinMs } as Learnt) : undefined;
  } catch {
    return undefined;
  }
}
