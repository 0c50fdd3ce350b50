import type { Redis } from 'ioredis';
import type { Files } from '../files/files.ts';
import { keptBytes } from './kept-upload.ts';
import type { Offer } from './offer.ts';
import { UploadRefused } from './upload-refused.ts';

/** Of one tenant, in bytes: what waits for its work, and what is on its way. */
const MOST = 1_000_000_000;

const comingKey = (tenantId: string): string => `mycelium:uploads:coming:${tenantId}`;
const entryOf = ({ id, bytes }: Offer): string => `${bytes} ${id}`;

/** Does what brings an upload that takes so long at most, when its tenant has room for it; throws UploadRefused when it has none. */
export async function withinRoom<Result>(
  { files, redis, longestMs }: { files: Files; redis: Redis; longestMs: number },
  offer: Offer,
  bring: () => Promise<Result>,
): Promise<Result> {
  const { tenantId } = offer;
  const coming = await noteComing(redis, offer, longestMs);
  try {
    if ((await keptBytes(files, tenantId)) + coming > MOST)
      throw new UploadRefused('TOO_MUCH_KEPT', 'Too many uploads wait for their work; try again when it is done.');
    return await bring();
  } finally {
    // When Redis is away just now, its time is over by itself.
    await redis.zrem(comingKey(tenantId), entryOf(offer)).catch(() => undefined);
  }
}

/** How much is on its way, together with this. What nobody brought in its time, since the process was killed, counts no longer. */
async function noteComing(redis: Redis, offer: Offer, longestMs: number): Promise<number> {
  const key = comingKey(offer.tenantId);
  const now = Date.now();
  const results = await redis
    .multi()
    .zremrangebyscore(key, 0, now)
    .zadd(key, now + longestMs, entryOf(offer))
    .pexpire(key, longestMs, 'NX')
    .pexpire(key, longestMs, 'GT')
    .zrange(key, 0, '-1')
    .exec();
  const entries = results?.at(-1)?.[1];
  if (!Array.isArray(entries)) throw results?.find(([error]) => error)?.[0] ?? new Error('Redis kept no entry.');
  return entries.reduce((sum: number, entry) => sum + Number.parseInt(String(entry), 10), 0);
}
