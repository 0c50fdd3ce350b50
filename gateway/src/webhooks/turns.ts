import { LRUCache } from 'lru-cache';

/** Who comes to a door: the connection that it speaks for, and from where. */
export interface Refused {
  connection: string;
  address: string;
}

const WINDOW_MS = 60_000;
/** How many verified deliveries a connection may send in a minute. */
const MOST_OF_CONNECTION = 6_000;
/** How many deliveries with a bad signature are taken in a minute, of a connection, and from an address to connections without a good one lately. */
const MOST_BAD = 60;
const MOST_BAD_OF_ADDRESS = 600;
const MOST_KEPT = 10_000;
const GOOD_FOR_MS = 60 * 60_000;

/** Counts what comes to doors, in this process, so that nobody waits for Redis. */
export function takeTurns() {
  const counts = new LRUCache<string, { times: number }>({ max: MOST_KEPT, ttl: WINDOW_MS });
  const good = new LRUCache<string, true>({ max: MOST_KEPT, ttl: GOOD_FOR_MS });
  const timesOf = (key: string): number => counts.get(key)?.times ?? 0;
  const countOne = (key: string): number => {
    const count = counts.get(key) ?? { times: 0 };
    if (count.times === 0) counts.set(key, count);
    count.times += 1;
    return count.times;
  };
  return {
    /** Whether it is refused before anybody looks at it. What is not signed never keeps out what is. */
    isTooMuch({ connection, address }: Refused): boolean {
      if (timesOf(`of ${connection}`) >= MOST_OF_CONNECTION) return true;
      return !good.has(connection) && timesOf(`from ${address}`) >= MOST_BAD_OF_ADDRESS;
    },
    /** Counts what was answered; whether there were too many such refusals. */
    count({ connection, address }: Refused, status: number): boolean {
      if (status < 300) {
        good.set(connection, true);
        countOne(`of ${connection}`);
        return false;
      }
      if (status !== 401 && status !== 403 && status !== 404) return false;
      countOne(`from ${address}`);
      return status === 401 && countOne(`bad ${connection}`) > MOST_BAD;
    },
  };
}
