import { ownTenant } from '@mycelium/kit/allow';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { readDeliveries } from '../tracking/read-tracking.ts';
import type { EventTracking } from '../tracking/tracking.ts';
import type { CreditEntry } from './credit-entry.ts';

/** What became of the event that published a line; of all lines of one call in one statement. */
export function deliveryOf(ctx: Context, entry: CreditEntry): Promise<EventTracking | undefined> {
  return batched(ctx, entry, deliveriesOf);
}

async function deliveriesOf(ctx: Context, entries: readonly CreditEntry[]): Promise<(EventTracking | undefined)[]> {
  const accounts = await Promise.all(entries.map(({ account }) => account.loadOrFail()));
  return readDeliveries(
    ctx,
    ownTenant(ctx),
    entries.map(({ eventId }, index) => ({ eventId, target: accounts[index]?.application ?? '' })),
  );
}
