import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { ZodError, z } from 'zod';
import { noteHostile } from './hostile.ts';
import { legible } from './legible.ts';
import type { Logger } from './log.ts';

/** Something that could not be done, so that what came behind it could. */
export interface Aside {
  /** Where it comes from, and goes back to when somebody retries it. */
  place: 'RELAY' | 'KEEPER' | 'AUDIT' | 'NOTICE';
  /** Names it within its place, so that whoever sets it aside once more makes no second one. */
  key: string;
  /** Whose it is, where that is known. */
  tenantId?: string;
  entry: unknown;
  reason: Error;
}

/** What was set aside, on its way to the quarantine that the events subgraph keeps: a stream, and the channel that announces it. */
export const ASIDE_KEY = 'mycelium:aside';

const LONGEST_REASON = 2_000;
const LONGEST_KEY = 200;

/** Sets an entry aside as it is, to be seen and retried by hand; it is in Redis when this resolves. */
export async function setAside(
  redis: Redis,
  log: Logger,
  { place, key, tenantId, entry, reason }: Aside,
): Promise<void> {
  const said = legible(textOf(reason)).slice(0, LONGEST_REASON);
  noteHostile(log, {
    what: 'an entry that was set aside',
    from: tenantId ?? place,
    details: { place, key, reason: said },
  });
  const fields = {
    place,
    key: key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex'),
    tenant: tenantId ?? '',
    entry: JSON.stringify(entry),
    reason: said,
  };
  await redis.xadd(ASIDE_KEY, '*', ...Object.entries(fields).flat());
  await redis.publish(ASIDE_KEY, place);
}

/** An error as text; of a database error only the first line, since the others repeat the statement with the data of others in it. */
function textOf(reason: Error): string {
  if (reason instanceof ZodError) return z.prettifyError(reason);
  return reason.message.split('\n', 1)[0] ?? '';
}
