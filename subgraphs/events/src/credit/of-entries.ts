import type { Context } from '@mycelium/kit/context';
import DataLoader from 'dataloader';
import { tenantOf } from '../own-tenant.ts';
import { readDeliveries } from '../tracking/read-tracking.ts';
import type { EventTracking } from '../tracking/tracking.ts';
import type { CreditEntry } from './credit-entry.ts';

const loaders = new WeakMap<Context, DataLoader<CreditEntry, EventTracking | undefined>>();

/** What became of the event that told a line; of all lines of one call in one statement. */
export function deliveryOf(ctx: Context, entry: CreditEntry): Promise<EventTracking | undefined> {
  const loader = loaders.get(ctx) ?? new DataLoader((entries) => deliveriesOf(ctx, entries));
  loaders.set(ctx, loader);
  return loader.load(entry);
}

async function deliveriesOf(ctx: Context, entries: readonly CreditEntry[]): Promise<(EventTracking | undefined)[]> {
  const accounts = await Promise.all(entries.map(({ account }) => account.loadOrFail()));
  return readDeliveries(
    ctx,
    tenantOf(ctx),
    entries.map(({ eventId }, index) => ({ eventId, target: accounts[index]?.application ?? '' })),
  );
}
