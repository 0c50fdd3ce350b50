import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { floorAreaChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import { Location } from '../location/location.ts';
import { checkFits } from '../table/place.ts';
import { Table } from '../table/table.ts';
import { areasOf, lockArea, lockPlan } from './areas-of.ts';
import { FloorArea } from './floor-area.ts';
import {
  type CreateFloorAreaInput,
  createAreaSchema,
  type UpdateFloorAreaInput,
  updateAreaSchema,
} from './floor-area-input.ts';

const MOST_AREAS = 20;

/** A new area of a location, after those that are there. */
export async function createArea(ctx: Context, input: CreateFloorAreaInput): Promise<FloorArea> {
  const facts = parseInput(createAreaSchema, input);
  const location = await read(ctx, Location, facts.locationId);
  await lockPlan(ctx, location.id);
  const others = await roomFor(ctx, location.id, ['input', 'locationId']);
  const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
  const area = create(ctx, FloorArea, { ...facts, locationId: location.id, position });
  await ctx.em.flush();
  tell(ctx, area);
  return area;
}

/** Changes what the input names; what it leaves out stays. Throws Invalid where a table would lie outside. */
export async function updateArea(ctx: Context, id: string, input: UpdateFloorAreaInput): Promise<FloorArea> {
  const { version, ...patch } = parseInput(updateAreaSchema, input);
  const area = await lockArea(ctx, id);
  const plan = { width: patch.width ?? area.width, height: patch.height ?? area.height };
  for (const table of await tablesIn(ctx, area))
    checkFits(table, plan, ['input', table.x + table.width > plan.width ? 'width' : 'height']);
  return update(ctx, FloorArea, { id, version }, patch, (changed) => tell(ctx, changed));
}

/** Takes an area without tables away. One that is gone already stays so. */
export async function removeArea(ctx: Context, id: string): Promise<FloorArea> {
  const area = await read(ctx, FloorArea, id);
  if (area.removedAt) return unchanged(ctx, area);
  await lockPlan(ctx, area.locationId);
  const tables = await tablesIn(ctx, area);
  if (tables.length > 0)
    throw new Invalid(`This area still has ${tables.length} tables; remove them first.`, ['id'], {
      reason: 'HAS_TABLES',
      tables: tables.length,
    });
  return change(ctx, area, { removedAt: ctx.now() }, () => tell(ctx, area));
}

/** Puts a removed area back. */
export async function restoreArea(ctx: Context, id: string): Promise<FloorArea> {
  const area = await read(ctx, FloorArea, id);
  if (!area.removedAt) return unchanged(ctx, area);
  await lockPlan(ctx, area.locationId);
  await roomFor(ctx, area.locationId, ['id']);
  return change(ctx, area, { removedAt: null }, () => tell(ctx, area));
}

async function roomFor(ctx: Context, locationId: string, path: readonly string[]): Promise<FloorArea[]> {
  const others = await areasOf(ctx, locationId);
  if (others.length >= MOST_AREAS)
    throw new Invalid(`A location has at most ${MOST_AREAS} areas.`, path, { reason: 'FULL', limit: MOST_AREAS });
  return others;
}

function tablesIn({ em }: Context, { id }: FloorArea): Promise<Table[]> {
  return em.find(Table, { areaId: id, removedAt: null });
}

function tell(ctx: Context, { id, locationId }: FloorArea): void {
  ctx.publish(floorAreaChanged, { areaId: id, locationId });
}
