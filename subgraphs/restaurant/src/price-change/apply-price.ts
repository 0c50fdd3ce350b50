import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { task } from '@mycelium/kit/tasks/task';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { z } from 'zod';
import { lockKnownItem } from '../menu-item/find-item.ts';
import type { MenuItem } from '../menu-item/menu-item.ts';
import { lockAt } from '../menu-item-at-location/write-at-location.ts';
import { isToCome, PriceChange } from './price-change.ts';

/** Gives an item its new price when the moment has come; cancelled, the price stays as it is. */
export const applyPrice = task(
  'apply-price',
  z.object({ changeId: z.uuid() }),
  ({ conclude }, { changeId }) => conclude((ctx) => apply(ctx, changeId)),
  {
    cancelled: async (ctx, { changeId }) => {
      const held = await holdChange(ctx, changeId);
      if (held && isToCome(held.change)) await settle(ctx, held, { removedAt: ctx.now() });
    },
  },
);

/** A planned price with its item, neither of which anybody else changes until the transaction is over. */
export interface HeldChange {
  change: PriceChange;
  item: MenuItem;
}

/** Undefined where there is no such price, or no such item. */
export async function holdChange(ctx: Context, id: string): Promise<HeldChange | undefined> {
  const known = await find(ctx, PriceChange, id);
  const item = known && (await lockKnownItem(ctx, known.itemId));
  if (!item) return undefined;
  const change = await ctx.em.findOneOrFail(PriceChange, { id }, { refresh: true, populate: ['location'] });
  return { change, item };
}

/** Writes what became of a planned price; whoever sees the item sees that. */
export async function settle(
  ctx: Context,
  { change, item }: HeldChange,
  patch: Pick<PriceChange, 'removedAt'>,
): Promise<PriceChange> {
  Object.assign(change, patch);
  await ctx.em.flush();
  if (!item.removedAt) ctx.publish(menuItemUpdated, { itemId: item.id, sectionId: item.section.id });
  return change;
}

async function apply(ctx: Context, id: string): Promise<void> {
  const held = await holdChange(ctx, id);
  if (!held || !isToCome(held.change)) return;
  const { change, item } = held;
  change.appliedAt = ctx.now();
  if (item.removedAt) return;
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
