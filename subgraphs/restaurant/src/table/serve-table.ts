import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderUpdated } from '@mycelium/schema/subgraphs/restaurant/orders';
import { Order } from '../order/order.ts';
import { checkServer } from './server.ts';
import { nobody } from './sit-down.ts';
import type { Table } from './table.ts';
import { guestsSchema } from './table-input.ts';
import { checkTableState, isToPay, TableState, tableStateOf } from './table-state.ts';
import { lockTable, ordersNow, readTable } from './tables-of.ts';
import { tellTable } from './write-table.ts';

/** Guests sit down at a free table. Throws Conflict for one that is not: of two who seat at once, one does. */
export async function seatTable(ctx: Context, id: string, guests: number): Promise<Table> {
  const count = parseInput(guestsSchema, guests, ['guests']);
  const table = await lockTable(ctx, id);
  checkTableState(await stateNow(ctx, table), TableState.FREE);
  const serverId = ctx.viewer.kind === 'user' ? ctx.viewer.id : null;
  return change(ctx, table, { seatedAt: ctx.now(), guests: count, serverId }, () => tellTable(ctx, table));
}

/** The guests wait for the bill, or no longer do. */
export async function askForBill(ctx: Context, id: string, isAsked: boolean): Promise<Table> {
  const table = await lockTable(ctx, id);
  checkTableState(await stateNow(ctx, table), TableState.SEATED, TableState.ORDERED, TableState.BILL);
  if (Boolean(table.billAt) === isAsked) return unchanged(ctx, table);
  return change(ctx, table, { billAt: isAsked ? ctx.now() : null }, () => tellTable(ctx, table));
}

/** The guests have left, and the table is to be cleaned. Throws Conflict while something of theirs is to be paid. */
export async function clearTable(ctx: Context, id: string): Promise<Table> {
  const table = await lockTable(ctx, id);
  const orders = await ordersNow(ctx, table);
  const unpaid = orders.filter(isToPay);
  if (unpaid.length > 0)
    throw new Conflict('Something of this table is to be paid.', {
      reason: 'TABLE_UNPAID',
      orders: unpaid.map((order) => order.id),
      state: tableStateOf(table, orders),
    });
  const state = tableStateOf(table, orders);
  if (state === TableState.DIRTY) return unchanged(ctx, table);
  checkTableState(state, TableState.SEATED, TableState.ORDERED, TableState.BILL);
  return change(ctx, table, { ...nobody, dirtyAt: ctx.now() }, () => tellTable(ctx, table));
}

/** The table is clean: guests may sit down. */
export async function cleanTable(ctx: Context, id: string): Promise<Table> {
  const table = await lockTable(ctx, id);
  const state = await stateNow(ctx, table);
  if (state === TableState.FREE) return unchanged(ctx, table);
  checkTableState(state, TableState.DIRTY);
  return change(ctx, table, { dirtyAt: null }, () => tellTable(ctx, table));
}

/** Somebody else serves a table from now on, with all that is open there. */
export async function transferTable(ctx: Context, id: string, given: string): Promise<Table> {
  const known = await readTable(ctx, id);
  const serverId = await checkServer(ctx, given, ['serverId']);
  const orders = await lockOrdersAt(ctx, known);
  const table = await lockTable(ctx, id);
  checkTableState(await stateNow(ctx, table), TableState.SEATED, TableState.ORDERED, TableState.BILL);
  const others = orders.filter((order) => order.serverId !== serverId);
  if (table.serverId === serverId && others.length === 0) return unchanged(ctx, table);
  table.serverId = serverId;
  for (const order of others) order.serverId = serverId;
  await ctx.em.flush();
  for (const order of others) ctx.publish(orderUpdated, { orderId: order.id, locationId: order.locationId });
  tellTable(ctx, table);
  return table;
}

/** The orders of those who sit at a table, held until the transaction is over. Take them before the table. */
export async function lockOrdersAt(ctx: Context, table: Table): Promise<Order[]> {
  const ids = (await ordersNow(ctx, table)).map((order) => order.id);
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const orders = await ctx.em.find(Order, { id: { $in: ids } }, { lockMode, refresh: true, orderBy: { id: 'asc' } });
  return orders.filter((order) => order.tableId === table.id);
}

/** What goes on at a table that is locked. */
async function stateNow(ctx: Context, table: Table): Promise<TableState> {
  return tableStateOf(table, await ordersNow(ctx, table));
}
