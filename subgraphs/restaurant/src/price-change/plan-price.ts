import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { create, read, unchanged } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Temporal } from 'temporal-polyfill';
import { Location } from '../location/location.ts';
import { readItem } from '../menu-item/find-item.ts';
import { firstLocationOf } from '../menu-item/first-location.ts';
import { applyPrice, holdChange, settle } from './apply-price.ts';
import { isToCome, type PlanPriceChangeInput, PriceChange, planPriceChangeSchema, toCome } from './price-change.ts';

/** More than anybody has in mind for one item. */
const MOST = 20;

/** Plans a price for a moment of a place. Where its clocks leave that out it is as much later; of two it is the first. */
export async function planPrice(ctx: Context, input: PlanPriceChangeInput): Promise<PriceChange> {
  const { itemId, locationId, price, from } = parseInput(planPriceChangeSchema, input);
  const item = await readItem(ctx, itemId);
  const location = locationId == null ? undefined : await read(ctx, Location, locationId);
  const currency = location?.currency ?? item.price.currency;
  if (price.currency !== currency)
    throw new Invalid(`Prices here are in ${currency}.`, ['input', 'price', 'currency'], {
      ...{ reason: 'OTHER_CURRENCY', currency },
    });
  const { timeZone } = location ?? (await firstLocationOf(ctx, item));
  const startsAt = momentOf(from, timeZone);
  if (startsAt <= ctx.now()) throw new Invalid('This is in the past.', ['input', 'from'], { reason: 'IN_THE_PAST' });
  await checkRoom(ctx, itemId, ['input']);
  const change = create(ctx, PriceChange, { itemId, location: location && ref(location), price, startsAt });
  await ctx.em.flush();
  awaitMoment(ctx, change);
  ctx.publish(menuItemUpdated, { itemId, sectionId: item.section.id });
  return change;
}

/** Takes back a price that has not come yet, and keeps it as a tombstone. */
export async function removePriceChange(ctx: Context, id: string): Promise<string> {
  const held = await holdChange(ctx, id);
  if (!held || !isToCome(held.change)) throw new NotFound('PriceChange', id);
  await settle(ctx, held, { removedAt: ctx.now() });
  return id;
}

/** Puts back a price that was taken back; one that was not stays as it is. */
export async function restorePriceChange(ctx: Context, id: string): Promise<PriceChange> {
  const held = await holdChange(ctx, id);
  if (!held) throw new NotFound('PriceChange', id);
  const { change, item } = held;
  if (!change.removedAt) return unchanged(ctx, change);
  if (item.removedAt) throw new NotFound('MenuItem', item.id);
  if (change.startsAt <= ctx.now()) throw new Invalid('This is in the past.', ['id'], { reason: 'IN_THE_PAST' });
  await checkRoom(ctx, item.id, ['id']);
  awaitMoment(ctx, change);
  return settle(ctx, held, { removedAt: null });
}

function awaitMoment(ctx: Context, { id, itemId, startsAt }: PriceChange): void {
  enqueue(ctx, applyPrice, { changeId: id }, { key: id, dueAt: startsAt, queue: `prices ${itemId}` });
}

async function checkRoom(ctx: Context, itemId: string, path: readonly string[]): Promise<void> {
  if ((await ctx.em.count(PriceChange, { itemId, ...toCome })) >= MOST)
    throw new Invalid(`There are already ${MOST} planned prices.`, path, { reason: 'FULL', limit: MOST });
}

function momentOf(from: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(from).toZonedDateTime(zone).epochMilliseconds);
}
