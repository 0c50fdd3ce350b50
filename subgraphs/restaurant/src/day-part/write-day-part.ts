import type { Context } from '@mycelium/kit/context';
import { change, create, find, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { loadAll } from '@mycelium/kit/reference';
import { dayPartChanged } from '@mycelium/schema/subgraphs/restaurant';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { holdChoices } from '../modifier-group/choices.ts';
import {
  type CreateDayPartInput,
  createDayPartSchema,
  DayPart,
  type UpdateDayPartInput,
  updateDayPartSchema,
} from './day-part.ts';

/** More than a week can be told apart by. */
const MOST = 50;

/** New hours, in which nothing is sold yet. */
export async function createDayPart(ctx: Context, input: CreateDayPartInput): Promise<DayPart> {
  const { name, ...hours } = parseInput(createDayPartSchema, input);
  await holdChoices(ctx);
  await checkRoom(ctx, ['input']);
  const dayPart = create(ctx, DayPart, { ...hours, names: name });
  await ctx.em.flush();
  tell(ctx, dayPart);
  return dayPart;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateDayPart(ctx: Context, id: string, input: UpdateDayPartInput): Promise<DayPart> {
  const { version, name, days, from, to } = parseInput(updateDayPartSchema, input);
  await readDayPart(ctx, id);
  const patch = { names: name ?? undefined, days: days ?? undefined, from: from ?? undefined, to: to ?? undefined };
  return update(ctx, DayPart, { id, version }, patch, (dayPart) => tell(ctx, dayPart));
}

/** Removes hours in which nothing is sold, since what was sold in them alone would be sold at all hours; they stay as a tombstone. */
export async function removeDayPart(ctx: Context, id: string): Promise<string> {
  await holdChoices(ctx);
  const dayPart = await readDayPart(ctx, id);
  const within = { dayParts: { $contains: [id] }, removedAt: null };
  const items = (await ctx.em.count(MenuItem, within)) + (await ctx.em.count(MenuSection, within));
  if (items > 0) throw new Conflict(`They still have ${items} items and sections.`, { reason: 'NOT_EMPTY', items });
  await change(ctx, dayPart, { removedAt: new Date() }, (removed) => tell(ctx, removed));
  return id;
}

/** Puts removed hours back; some that were not removed stay as they are. */
export async function restoreDayPart(ctx: Context, id: string): Promise<DayPart> {
  await holdChoices(ctx);
  const dayPart = await read(ctx, DayPart, id);
  if (!dayPart.removedAt) return unchanged(ctx, dayPart);
  await checkRoom(ctx, ['id']);
  return change(ctx, dayPart, { removedAt: null }, (restored) => tell(ctx, restored));
}

/** These ids, if there are such hours, which stay until the transaction is over. */
export async function heldDayParts(ctx: Context, ids: string[]): Promise<string[]> {
  const unknown = await firstMissing(ctx, ids);
  if (unknown >= 0)
    throw new Invalid('There are no such hours.', ['input', 'dayPartIds', unknown], { reason: 'UNKNOWN' });
  return ids;
}

/** Refuses to put back what was sold in hours that were removed since: nobody would know when it is sold. */
export async function checkHoursThere(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0 && (await firstMissing(ctx, ids)) >= 0)
    throw new Conflict('It was sold in hours that were removed; restore those first.', { reason: 'HOURS_REMOVED' });
}

async function firstMissing(ctx: Context, ids: readonly string[]): Promise<number> {
  await holdChoices(ctx);
  const there = (await loadAll(ctx, DayPart, ids)).filter(({ removedAt }) => !removedAt);
  const known = new Set(there.map(({ id }) => id));
  return ids.findIndex((id) => !known.has(id));
}

/** The hours; throws NotFound when there are none or they were removed. */
async function readDayPart(ctx: Context, id: string): Promise<DayPart> {
  const dayPart = await find(ctx, DayPart, id);
  if (!dayPart || dayPart.removedAt) throw new NotFound('DayPart', id);
  return dayPart;
}

async function checkRoom(ctx: Context, path: readonly string[]): Promise<void> {
  if ((await ctx.em.count(DayPart, { removedAt: null })) >= MOST)
    throw new Invalid(`There are already ${MOST} of them.`, path, { reason: 'FULL', limit: MOST });
}

function tell(ctx: Context, { id }: DayPart): void {
  ctx.publish(dayPartChanged, { dayPartId: id });
}
