import { LockMode } from '@mikro-orm/core';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf, read } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { areasOf } from '../floor-area/areas-of.ts';
import { Location } from '../location/location.ts';
import { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { Table } from './table.ts';
import { isOfParty } from './table-state.ts';

/** Nobody sits longer. */
const SITTING_MS = 4 * 24 * 60 * 60_000;

/** The tables of a location, by area and name. Throws NotFound for a location that is none. */
export async function tablesAt(ctx: Context, locationId: string): Promise<Table[]> {
  const location = await read(ctx, Location, locationId);
  return batched(ctx, location.id, tablesAtAll);
}

const tablesAtAll: Batch<string, Table[]> = async (ctx, ids) => {
  const tables = await ctx.em.find(Table, { locationId: oneOf(ids), removedAt: null });
  const byName = new Intl.Collator('en', { numeric: true });
  const byLocation = Map.groupBy(tables, ({ locationId }) => locationId);
  return Promise.all(
    ids.map(async (id) => {
      const areas = (await areasOf(ctx, id)).map((area) => area.id);
      const placeOf = (table: Table) => areas.indexOf(table.areaId);
      const own = byLocation.get(id) ?? [];
      return own.toSorted((one, other) => placeOf(one) - placeOf(other) || byName.compare(one.name, other.name));
    }),
  );
};

/** The table; throws NotFound when there is none or it was removed. */
export async function readTable(ctx: Context, id: string): Promise<Table> {
  const table = await find(ctx, Table, id);
  if (!table || table.removedAt) throw new NotFound('Table', id);
  return table;
}

/** These tables as they are now, held until the transaction is over; whoever holds orders too has taken them before. Throws NotFound for one that is none or was removed. */
export async function lockTables({ em }: Context, ids: readonly string[]): Promise<Table[]> {
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } } as const;
  const tables = await em.find(Table, { id: oneOf(ids), removedAt: null }, options);
  return ids.map((id) => {
    const table = tables.find((each) => each.id === id.toLowerCase());
    if (!table) throw new NotFound('Table', id);
    return table;
  });
}

export async function lockTable(ctx: Context, id: string): Promise<Table> {
  const [table] = await lockTables(ctx, [id]);
  if (!table) throw new NotFound('Table', id);
  return table;
}

/** The orders of those who sit at a table, the first opened first; those of many tables in one statement. */
export function ordersOf(ctx: Context, table: Table): Promise<Order[]> {
  return batched(ctx, table, ordersOfTables);
}

const ordersOfTables: Batch<Table, Order[]> = async (ctx, tables) => {
  const orders = await ordersAt(ctx, tables);
  const byTable = Map.groupBy(orders, ({ tableId }) => tableId);
  return tables.map((table) => (byTable.get(table.id) ?? []).filter((order) => isOfParty(table, order)));
};

/** The same as they are now, whatever was read before: for who has the table locked. */
export async function ordersNow(ctx: Context, table: Table): Promise<Order[]> {
  return (await ordersAt(ctx, [table])).filter((order) => isOfParty(table, order));
}

function ordersAt({ em }: Context, tables: readonly Table[]): Promise<Order[]> {
  return em.find(
    Order,
    {
      ...{ tableId: { $in: tables.map(({ id }) => id) }, progress: { $ne: OrderProgress.VOID } },
      id: { $gte: firstIdOf(new Date(Date.now() - SITTING_MS)) },
    },
    { orderBy: { id: 'asc' }, refresh: true },
  );
}
