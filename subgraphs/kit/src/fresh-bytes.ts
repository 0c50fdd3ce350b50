import { randomFillSync } from 'node:crypto';

/** Asking for many random bytes takes no longer than asking for a few. */
const pool = Buffer.alloc(8_192);
let used = pool.length;

/** Random bytes that nobody else gets; of few, since they are taken from a store that is filled from time to time. */
export function freshBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}
