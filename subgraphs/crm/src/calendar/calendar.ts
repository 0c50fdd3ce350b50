import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { Unauthenticated } from '@mycelium/kit/errors';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { Activity } from '../activity/activity.ts';
import { checkReader, peopleOf } from '../people/people.ts';
import { Side } from '../side/side.ts';
import { CalendarFeed } from './calendar-feed.ts';
import { calendarOf } from './icalendar.ts';

/** What is due later than so many days ago stands in a calendar, and no more than so much of it. */
const BACK_DAYS = 31;
const MOST = 1_000;

/** A secret address for the person who asks, which is said this once; the one that they had before is no longer good. */
export async function createCalendarFeed(ctx: Context): Promise<CalendarFeed> {
  checkPerson(ctx);
  const { id: userId } = ctx.viewer;
  await checkReader(ctx, Side.TENANT, userId, []);
  const token = newToken('gg_calendar_');
  const known = await findFeed(ctx);
  if (known) ctx.em.remove(known);
  await ctx.em.flush();
  const feed = create(ctx, CalendarFeed, { userId, tokenHash: tokenHash(token) });
  await ctx.em.flush();
  return Object.assign(feed, { address: `${ctx.outside.publicUrl}/calendar.ics?key=${token}` });
}

/** Ends the address of the person who asks; answers whether there was one. */
export async function revokeCalendarFeed(ctx: Context): Promise<boolean> {
  checkPerson(ctx);
  const feed = await findFeed(ctx);
  if (feed) ctx.em.remove(feed);
  return feed !== undefined;
}

/** The address of the person who asks, without its secret. */
export async function findFeed(ctx: Context): Promise<CalendarFeed | undefined> {
  if (ctx.viewer.kind !== 'user') return undefined;
  return (await ctx.em.findOne(CalendarFeed, { userId: ctx.viewer.id })) ?? undefined;
}

/** What the holder of an address has to do, as iCalendar; undefined for an address that is not good, or of somebody who may no longer see it. */
export async function readCalendar(ctx: Context, token: string): Promise<string | undefined> {
  const system = asSystem(ctx);
  const feed = await system.findOne(CalendarFeed, { tokenHash: tokenHash(token) });
  if (!feed) return undefined;
  const { tenantId, userId } = feed;
  const reader = (await peopleOf(ctx, tenantId, [userId])).get(userId);
  if (!reader?.scopes.includes('crm:read')) return undefined;
  const from = new Date(ctx.now().getTime() - BACK_DAYS * 86_400_000);
  const activities = await system.find(
    Activity,
    { tenantId, assigneeId: userId, side: Side.TENANT, completedAt: null, removedAt: null, dueFrom: { $gt: from } },
    { orderBy: { dueOrder: 'asc', id: 'asc' }, limit: MOST },
  );
  return calendarOf(activities, ctx.outside.publicUrl);
}

function checkPerson({ viewer }: Context): void {
  if (viewer.kind !== 'user') throw new Unauthenticated('Only a person can do this.');
}
