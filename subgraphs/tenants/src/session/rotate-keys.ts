import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { ACCESS_CHANNEL, SIGNING_KEYS_REVOKED } from '@mycelium/kit/redis';
import { afterCommit } from '@mycelium/kit/transaction';
import { z } from 'zod';
import { ACCESS_MS, allKeys, lockKeys, makeKey } from './signing-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SIGNS_MS = 30 * DAY_MS;
const PUBLISHED_BEFORE_MS = DAY_MS;
/** Clocks differ, and a token is issued a moment after its key was chosen. */
const GRACE_MS = 5 * 60 * 1000;

/** Makes the next key a day before its time, and removes those of whose tokens none can be good any more. */
export async function rotateSigningKeys(ctx: Context): Promise<void> {
  await lockKeys(ctx.em);
  const keys = await allKeys(ctx.em);
  const now = Date.now();
  const [latest] = keys;
  if (latest && latest.signsFrom.getTime() + SIGNS_MS - PUBLISHED_BEFORE_MS <= now) {
    const signsFrom = new Date(Math.max(latest.signsFrom.getTime() + SIGNS_MS, now + PUBLISHED_BEFORE_MS));
    const next = makeKey(ctx, ctx.em, signsFrom);
    ctx.log.info({ keyId: next.id, signsFrom }, 'the next signing key is published');
  }
  // The newest whose successor's tokens have taken over stays the last that is kept.
  const over = keys.findIndex(({ signsFrom }) => signsFrom.getTime() + ACCESS_MS + GRACE_MS <= now);
  if (over < 0) return;
  for (const key of keys.slice(over + 1)) {
    ctx.em.remove(key);
    ctx.log.info({ keyId: key.id }, 'a signing key is over');
  }
}

const reasonSchema = z.string().trim().min(1, 'A reason is needed').max(500, 'A reason has at most 500 characters');

/** Replaces the signing keys when one may have been stolen: a new one signs from now on, and tokens of all others no longer work. */
export async function replaceSigningKeys(ctx: Context, given: string): Promise<string> {
  const reason = parseInput(reasonSchema, given, ['reason']);
  await lockKeys(ctx.em);
  for (const key of await allKeys(ctx.em)) ctx.em.remove(key);
  const key = makeKey(ctx, ctx.em, new Date());
  ctx.log.warn({ keyId: key.id, reason }, 'all signing keys were replaced');
  afterCommit(ctx, () => ctx.redis.publish(ACCESS_CHANNEL, JSON.stringify({ revoked: SIGNING_KEYS_REVOKED })));
  return key.id;
}
