import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { FloorArea } from './floor-area.ts';

/** The areas of a location that were not removed, in their order; those of many locations in one statement. */
export function areasOf(ctx: Context, locationId: string): Promise<FloorArea[]> {
  return batched(ctx, locationId, areasOfAll);
}

const areasOfAll: Batch<string, FloorArea[]> = async ({ em }, ids) => {
  const where = { locationId: oneOf(ids), removedAt: null };
  const areas = await em.find(FloorArea, where, { orderBy: { position: 'asc', id: 'asc' } });
  const byLocation = Map.groupBy(areas, ({ locationId }) => locationId);
  return ids.map((id) => byLocation.get(id) ?? []);
};

/** The area; throws NotFound when there is none or it was removed. */
async function readArea(ctx: Context, id: string): Promise<FloorArea> {
  const area = await find(ctx, FloorArea, id);
  if (!area || area.removedAt) throw new NotFound('FloorArea', id);
  return area;
}

/** The area as it is now, when nobody else changes the plan of its location until the transaction is over. */
export async function lockArea(ctx: Context, id: string): Promise<FloorArea> {
  const { locationId } = await readArea(ctx, id);
  await lockPlan(ctx, locationId);
  const area = await ctx.em.findOne(FloorArea, { id, removedAt: null }, { refresh: true });
  if (!area) throw new NotFound('FloorArea', id);
  return area;
}

/** Lets those who change the plan of a location wait for each other until the transaction is over. */
export async function lockPlan({ em, viewer }: Context, locationId: string): Promise<void> {
  const key = `floor ${viewer.tenantId} ${locationId}`;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key]);
}
