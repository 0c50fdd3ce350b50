import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import type { Order } from '../order/order.ts';
import type { Table } from './table.ts';
import { lockTable } from './tables-of.ts';
import { tellTable } from './write-table.ts';

/** A table of the location at which an order is opened, held until the transaction is over. */
export async function tableFor(
  ctx: Context,
  { tableId, locationId }: { tableId: string; locationId: string },
  path: readonly string[],
): Promise<Table> {
  const table = await lockTable(ctx, tableId);
  checkIsAt(table, locationId, path);
  return table;
}

/** Throws Invalid for a table of another location. */
export function checkIsAt(table: Table, locationId: string, path: readonly string[]): void {
  if (table.locationId !== locationId)
    throw new Invalid('This table is at another location.', path, { reason: 'OTHER_LOCATION' });
}

/** What a table is at which nobody sits. */
export const nobody = { seatedAt: null, guests: null, serverId: null, billAt: null } as const;

/** Those of an order sit at a table from now on; where guests sit there already, they join them. For who has the table locked. */
export function sitDown(ctx: Context, table: Table, { openedAt, guests, serverId }: Order, seatedAt = openedAt): void {
  const since = table.seatedAt && table.seatedAt < seatedAt ? table.seatedAt : seatedAt;
  Object.assign(table, { seatedAt: since, dirtyAt: null });
  table.guests ??= guests;
  table.serverId ??= serverId;
  tellTable(ctx, table);
}
