import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { create, find, read } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Temporal } from 'temporal-polyfill';
import { Location } from '../location/location.ts';
import { readItem } from '../menu-item/find-item.ts';
import { firstLocationOf } from '../menu-item/first-location.ts';
import { applyPrice, removeAndTell } from './apply-price.ts';
import { type PlanPriceChangeInput, PriceChange, planPriceChangeSchema } from './price-change.ts';

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
  if ((await ctx.em.count(PriceChange, { itemId, appliedAt: null })) >= MOST)
    throw new Invalid(`There are already ${MOST} planned prices.`, ['input'], { reason: 'FULL', limit: MOST });
  const change = create(ctx, PriceChange, { itemId, location: location && ref(location), price, startsAt });
  await ctx.em.flush();
  enqueue(ctx, applyPrice, { changeId: change.id }, { key: change.id, dueAt: startsAt, queue: `prices ${itemId}` });
  ctx.publish(menuItemUpdated, { itemId, sectionId: item.section.id });
  return change;
}

/** Takes back a price that has not come yet. */
export async function removePriceChange(ctx: Context, id: string): Promise<string> {
  const change = await find(ctx, PriceChange, id);
  if (!change || change.appliedAt) throw new NotFound('PriceChange', id);
  await removeAndTell(ctx, change);
  return id;
}

function momentOf(from: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(from).toZonedDateTime(zone).epochMilliseconds);
}
