import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { KitchenRoute } from './kitchen-route.ts';
import { KitchenStation } from './kitchen-station.ts';

/** The stations of a location that were not removed, in their order. */
export function stationsOf({ em }: Context, locationId: string): Promise<KitchenStation[]> {
  return em.find(KitchenStation, { locationId, removedAt: null }, { orderBy: { position: 'asc', id: 'asc' } });
}

/** The routes to a station; those to many of them in one statement. */
export function routesOf(ctx: Context, station: KitchenStation): Promise<KitchenRoute[]> {
  return batched(ctx, station.id, routesOfAll);
}

const routesOfAll: Batch<string, KitchenRoute[]> = async ({ em }, ids) => {
  const routes = await em.find(KitchenRoute, { stationId: oneOf(ids) }, { orderBy: { id: 'asc' } });
  const byStation = Map.groupBy(routes, ({ stationId }) => stationId);
  return ids.map((id) => byStation.get(id) ?? []);
};

/** Lets those who change the stations of a location wait for each other until the transaction is over. */
export async function lockLocation({ em, viewer }: Context, locationId: string): Promise<void> {
  const key = `kitchen ${viewer.tenantId} ${locationId}`;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key]);
}
