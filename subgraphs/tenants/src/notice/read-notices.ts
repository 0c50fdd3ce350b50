import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { noticesRead } from '@mycelium/schema/subgraphs/tenants';
import { personOf } from '../session/end-sessions.ts';
import { Notice } from './notice.ts';

/** How many of the viewer's own notices are unread. */
export function countUnread({ em, viewer }: Context): Promise<number> {
  return em.count(Notice, { userId: viewer.id, readAt: null });
}

/** Notes that the viewer has read one of theirs; the first time counts, whoever says it at the same moment. */
export async function readNotice(ctx: Context, id: string): Promise<Notice> {
  const userId = personOf(ctx);
  const notice = await read(ctx, Notice, id);
  await markRead(ctx, { userId, id });
  return ctx.em.refreshOrFail(notice);
}

export function readAllNotices(ctx: Context): Promise<number> {
  return markRead(ctx, { userId: personOf(ctx) });
}

async function markRead(ctx: Context, which: { userId: string; id?: string }): Promise<number> {
  const count = await ctx.em.nativeUpdate(Notice, { ...which, readAt: null }, { readAt: new Date() });
  if (count > 0) ctx.publish(noticesRead, { userId: which.userId });
  return count;
}
