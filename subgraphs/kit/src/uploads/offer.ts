import type { Redis } from 'ioredis';
import { z } from 'zod';
import { RateLimited } from '../errors.ts';
import { newToken, tokenHash } from '../token.ts';
import { UploadPurpose } from './purpose.ts';

/** How many addresses of a tenant may wait for their upload. */
export const MOST_OPEN = 50;
const OPEN_MS = 3_600_000;
const RETRY_SECONDS = 60;

const offerSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  purpose: z.enum(UploadPurpose),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
});

/** What was said of an upload when its address was asked for. */
export type Offer = z.infer<typeof offerSchema>;

const offerKey = (token: string): string => `mycelium:upload:${tokenHash(token)}`;
const openKey = (tenantId: string): string => `mycelium:uploads:${tenantId}`;

/** Opens an address for one upload, for an hour; answers the token in it, of which only a digest is kept. Throws RateLimited when too many wait. */
export async function makeOffer(redis: Redis, offer: Offer): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken('gg_upload_');
  const now = Date.now();
  const open = openKey(offer.tenantId);
  const results = await redis
    .multi()
    .zremrangebyscore(open, 0, now)
    .zadd(open, now + OPEN_MS, offer.id)
    .pexpire(open, OPEN_MS)
    .zcard(open)
    .set(offerKey(token), JSON.stringify(offer), 'PX', OPEN_MS)
    .exec();
  const count = Number(results?.[3]?.[1] ?? Number.NaN);
  if (Number.isNaN(count)) throw results?.find(([error]) => error)?.[0] ?? new Error('Redis kept no offer.');
  if (count <= MOST_OPEN) return { token, expiresAt: new Date(now + OPEN_MS) };
  await redis.multi().zrem(open, offer.id).del(offerKey(token)).exec();
  throw new RateLimited(`${MOST_OPEN} uploads were announced but not sent; send them first.`, RETRY_SECONDS);
}

/** What the address of this token is for; undefined when it was used, or its hour is over, or there never was one. */
export async function findOffer(redis: Redis, token: string): Promise<Offer | undefined> {
  return parse(await redis.get(offerKey(token)));
}

/** The same, and nobody finds it afterwards: of several who take it at once, one has it. */
export async function takeOffer(redis: Redis, token: string): Promise<Offer | undefined> {
  const offer = parse(await redis.getdel(offerKey(token)));
  if (offer) await redis.zrem(openKey(offer.tenantId), offer.id);
  return offer;
}

function parse(text: string | null): Offer | undefined {
  return text === null ? undefined : offerSchema.parse(JSON.parse(text));
}
