import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { task } from '@mycelium/kit/tasks/task';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { z } from 'zod';
import { lockKnownItem } from '../menu-item/find-item.ts';
import { lockAt } from '../menu-item-at-location/write-at-location.ts';
import { PriceChange } from './price-change.ts';

/** Gives an item its new price when the moment has come; cancelled, the price stays as it is. */
export const applyPrice = task(
  'apply-price',
  z.object({ changeId: z.uuid() }),
  ({ conclude }, { changeId }) => conclude((ctx) => apply(ctx, changeId)),
  {
    cancelled: async (ctx, { changeId }) => {
      const change = await ctx.em.findOne(PriceChange, { id: changeId, appliedAt: null });
      if (change) await removeAndTell(ctx, change);
    },
  },
);

async function apply(ctx: Context, id: string): Promise<void> {
  const change = await ctx.em.findOne(PriceChange, { id, appliedAt: null }, { populate: ['location'] });
  if (!change) return;
  const item = await lockKnownItem(ctx, change.itemId);
  change.appliedAt = ctx.now();
  if (!item || item.removedAt) return;
  const location = change.location?.getEntity();
  const row = location ? await lockAt(ctx, item, location) : item;
  const before = row.price && { ...row.price };
  const { amount, currency } = change.price;
  if (before?.amount === amount && before.currency === currency) return;
  row.price = { amount, currency };
  await ctx.em.flush();
  record(ctx, {
    ...{ action: applyPrice.name, kind: 'UPDATED', noun: location ? 'MenuItemAtLocation' : 'MenuItem' },
    ...{ nounId: row.id, name: item.names },
    before: { 'price.amount': before?.amount ?? null, 'price.currency': before?.currency ?? null },
    after: { 'price.amount': amount, 'price.currency': currency },
  });
  ctx.publish(menuItemUpdated, { itemId: item.id, sectionId: item.section.id });
}

/** Takes a planned price away; whoever sees the item sees that. */
export async function removeAndTell(ctx: Context, change: PriceChange): Promise<void> {
  const item = await lockKnownItem(ctx, change.itemId);
  ctx.em.remove(change);
  await ctx.em.flush();
  if (item && !item.removedAt) ctx.publish(menuItemUpdated, { itemId: item.id, sectionId: item.section.id });
}
