import type { Context } from '@mycelium/kit/context';
import { create, read, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
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
  if ((await ctx.em.count(DayPart)) >= MOST)
    throw new Invalid(`There are already ${MOST} of them.`, ['input'], { reason: 'FULL', limit: MOST });
  const dayPart = create(ctx, DayPart, { ...hours, names: name });
  await ctx.em.flush();
  ctx.publish(dayPartChanged, { dayPartId: dayPart.id });
  return dayPart;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateDayPart(ctx: Context, id: string, input: UpdateDayPartInput): Promise<DayPart> {
  const { version, name, days, from, to } = parseInput(updateDayPartSchema, input);
  const patch = { names: name ?? undefined, days: days ?? undefined, from: from ?? undefined, to: to ?? undefined };
  return update(ctx, DayPart, { id, version }, patch, () => ctx.publish(dayPartChanged, { dayPartId: id }));
}

/** Removes hours in which nothing is sold, since what was sold in them alone would be sold at all hours. */
export async function removeDayPart(ctx: Context, id: string): Promise<string> {
  await holdChoices(ctx);
  const dayPart = await read(ctx, DayPart, id);
  const within = { dayParts: { $contains: [id] }, removedAt: null };
  const items = (await ctx.em.count(MenuItem, within)) + (await ctx.em.count(MenuSection, within));
  if (items > 0) throw new Conflict(`They still have ${items} items and sections.`, { reason: 'NOT_EMPTY', items });
  ctx.em.remove(dayPart);
  await ctx.em.flush();
  ctx.publish(dayPartChanged, { dayPartId: id });
  return id;
}

/** These ids, if there are such hours, which stay until the transaction is over. */
export async function heldDayParts(ctx: Context, ids: string[]): Promise<string[]> {
  await holdChoices(ctx);
  const known = new Set((await loadAll(ctx, DayPart, ids)).map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw new Invalid('There are no such hours.', ['input', 'dayPartIds', unknown], { reason: 'UNKNOWN' });
  return ids;
}
