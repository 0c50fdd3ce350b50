import { createHash } from 'node:crypto';
import { WITH_NEXT } from '@mycelium/database/begin-with-first';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { momentOfId } from '@mycelium/kit/id-moment';
import { validate, version } from 'uuid';
import { z } from 'zod';

/** An id of a client's in an input: one in capitals is the same one, also to what waits for it and to what it was made of. */
export const clientId = z.string().toLowerCase();

const MINUTE_MS = 60_000;
const MOST_AHEAD_MS = 5 * MINUTE_MS;
const MOST_BEHIND_MS = 72 * 60 * MINUTE_MS;

/**
 * The id that a till has made for what it writes, a UUIDv7 (RFC 9562): it says when that was, by which rows find their
 * month. Throws Invalid for another kind of id, and for one of a clock that is wrong. The moment is real time, also where
 * the clock of the business was moved.
 */
export function checkClientId(id: string, path: readonly (string | number)[]): string {
  if (!validate(id) || version(id) !== 7)
    throw new Invalid('An id is a UUIDv7 of your own.', path, { reason: 'WRONG_FORM' });
  const age = Date.now() - momentOfId(id).getTime();
  if (age < -MOST_AHEAD_MS || age > MOST_BEHIND_MS)
    throw new Invalid('This id was made by a clock that is wrong, or too long ago.', path, {
      reason: 'CLOCK',
      seconds: Math.round(-age / 1_000),
    });
  return id;
}

/** What was asked for under an id, in a few bytes: the same id with another content is a mistake of the client. */
export function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** Throws unless what is there under an id was made of the same content. */
export function checkSame(known: { fingerprint: string }, fingerprint: string): void {
  if (known.fingerprint !== fingerprint)
    throw new Conflict('Something else was made under this id.', { reason: 'ID_REUSED' });
}

/** Lets calls with the same id wait for each other until the transaction is over, also while there is no row to lock; what is asked next waits. */
export function holdId(ctx: Context, id: string): Promise<void> {
  return holdIds(ctx, [id]);
}

/** The same of several ids, which all calls take in one order. */
export async function holdIds({ em, viewer }: Context, ids: readonly string[]): Promise<void> {
  await em.execute(
    `${WITH_NEXT}select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(value, 0) as key from jsonb_array_elements_text(?::jsonb) order by key
     ) k`,
    [JSON.stringify(ids.map((id) => `${viewer.tenantId} ${id}`))],
  );
}
