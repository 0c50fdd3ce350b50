import type { Outbox } from '@mycelium/client-kit/outbox/outbox';

/** Writes that wait on this device for a location, as its page saw them last. */
export interface LeftBehind {
  count: number;
  oldestAt: number;
  location: string;
}

const KEY = 'mycelium.station.queues';

/** Remembers what waits in a queue, so that it is said also where nobody may send it: on a device that was unpaired. */
export function rememberQueue(name: string, location: string, outbox: Outbox): () => void {
  return outbox.onChange(() => {
    const { entries, oldestAt = 0 } = outbox.standing();
    const queues = read();
    const known = queues[name];
    if (known?.count === entries.length || (!known && entries.length === 0)) return;
    if (entries.length === 0) delete queues[name];
    else queues[name] = { count: entries.length, oldestAt, location };
    try {
      localStorage.setItem(KEY, JSON.stringify(queues));
    } catch {
      // The queue itself is kept elsewhere.
    }
  });
}

/** What waits on this device, but for one queue, which says so itself. */
export function leftBehind(but?: string): LeftBehind[] {
  return Object.entries(read()).flatMap(([name, left]) => (name === but ? [] : [left]));
}

function read(): Record<string, LeftBehind> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
