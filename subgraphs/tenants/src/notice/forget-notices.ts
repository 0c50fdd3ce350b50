import type { Context } from '@mycelium/kit/context';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { Notice } from './notice.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 90;

/** Forgets what is older than 90 days, read or not; an id carries when it was made. */
export async function forgetNotices({ em, log }: Context): Promise<void> {
  const before = firstIdOf(new Date(Date.now() - KEPT_DAYS * DAY_MS));
  const count = await em.nativeDelete(Notice, { id: { $lt: before } });
  if (count > 0) log.info({ count }, 'old notices are forgotten');
}
