import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { tableChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import { lockArea } from '../floor-area/areas-of.ts';
import { checkFits } from './place.ts';
import { Table } from './table.ts';
import { type CreateTableInput, createTableSchema, type UpdateTableInput, updateTableSchema } from './table-input.ts';
import { checkTableState, TableState, tableStateOf } from './table-state.ts';
import { lockTable, ordersNow, readTable } from './tables-of.ts';

const MOST_TABLES = 300;

/** A new table of an area. */
export async function createTable(ctx: Context, input: CreateTableInput): Promise<Table> {
  const facts = parseInput(createTableSchema, input);
  const area = await lockArea(ctx, facts.areaId);
  checkFits(facts, area, ['input']);
  await checkRoom(ctx, area.locationId, ['input', 'areaId']);
  await checkName(ctx, { locationId: area.locationId, name: facts.name });
  const table = create(ctx, Table, { ...facts, areaId: area.id, locationId: area.locationId });
  await ctx.em.flush();
  tellTable(ctx, table);
  return table;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateTable(ctx: Context, id: string, input: UpdateTableInput): Promise<Table> {
  const { version, ...patch } = parseInput(updateTableSchema, input);
  const table = await readTable(ctx, id);
  const area = await lockArea(ctx, patch.areaId ?? table.areaId);
  if (area.locationId !== table.locationId)
    throw new Invalid('This area is of another location.', ['input', 'areaId'], { reason: 'OTHER_LOCATION' });
  const place = { x: table.x, y: table.y, width: table.width, height: table.height };
  checkFits({ ...place, ...onlyGiven(patch) }, area, ['input']);
  if (patch.name !== undefined) await checkName(ctx, { ...table, name: patch.name });
  const facts = { ...patch, areaId: patch.areaId && area.id };
  return update(ctx, Table, { id, version }, facts, (changed) => tellTable(ctx, changed));
}

/** Takes a table away at which nobody sits; its orders stay. One that is gone already stays so. */
export async function removeTable(ctx: Context, id: string): Promise<Table> {
  const known = await read(ctx, Table, id);
  if (known.removedAt) return unchanged(ctx, known);
  const table = await lockTable(ctx, id);
  checkTableState(tableStateOf(table, await ordersNow(ctx, table)), TableState.FREE, TableState.DIRTY);
  return change(ctx, table, { removedAt: ctx.now(), dirtyAt: null }, () => tellTable(ctx, table));
}

/** Puts a removed table back where it was. */
export async function restoreTable(ctx: Context, id: string): Promise<Table> {
  const table = await read(ctx, Table, id);
  if (!table.removedAt) return unchanged(ctx, table);
  const area = await lockArea(ctx, table.areaId);
  checkFits(table, area, ['id']);
  await checkRoom(ctx, table.locationId, ['id']);
  await checkName(ctx, table, ['id']);
  return change(ctx, table, { removedAt: null }, () => tellTable(ctx, table));
}

export function tellTable(ctx: Context, { id, locationId }: Pick<Table, 'id' | 'locationId'>): void {
  ctx.publish(tableChanged, { tableId: id, locationId });
}

async function checkRoom({ em }: Context, locationId: string, path: readonly string[]): Promise<void> {
  if ((await em.count(Table, { locationId, removedAt: null })) >= MOST_TABLES)
    throw new Invalid(`A location has at most ${MOST_TABLES} tables.`, path, { reason: 'FULL', limit: MOST_TABLES });
}

/** Throws Conflict where another table of the floor is called so. */
async function checkName(
  { em }: Context,
  { id, locationId, name }: { id?: string; locationId: string; name: string },
  path: readonly string[] = ['input', 'name'],
): Promise<void> {
  const others = await em.find(Table, { locationId, removedAt: null });
  if (others.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()))
    throw new Conflict('Another table is called so.', { reason: 'NAME_TAKEN', path });
}

function onlyGiven<Patch extends object>(patch: Patch): Partial<Patch> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Patch>;
}
