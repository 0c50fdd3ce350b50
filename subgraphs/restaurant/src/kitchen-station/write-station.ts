import { isDeepStrictEqual } from 'node:util';
import type { Context } from '@mycelium/kit/context';
import { change, create, oneOf, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { kitchenStationChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { Location } from '../location/location.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { KitchenRoute } from './kitchen-route.ts';
import { KitchenStation } from './kitchen-station.ts';
import {
  type CreateKitchenStationInput,
  checkLimits,
  createStationSchema,
  type KitchenRouteInput,
  routesSchema,
  type UpdateKitchenStationInput,
  updateStationSchema,
} from './kitchen-station-input.ts';
import { lockLocation, stationsOf } from './stations-of.ts';

const MOST_STATIONS = 30;

/** A new station of a location, after those that are there. */
export async function createStation(ctx: Context, input: CreateKitchenStationInput): Promise<KitchenStation> {
  const facts = parseInput(createStationSchema, input);
  checkLimits(facts);
  const location = await read(ctx, Location, facts.locationId);
  await lockLocation(ctx, location.id);
  const others = await stationsOf(ctx, location.id);
  if (others.length >= MOST_STATIONS)
    throw new Invalid(`A location has at most ${MOST_STATIONS} stations.`, ['input', 'locationId'], {
      reason: 'FULL',
      limit: MOST_STATIONS,
    });
  const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
  const station = create(ctx, KitchenStation, { ...facts, locationId: location.id, position });
  await ctx.em.flush();
  tell(ctx, station);
  return station;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateStation(
  ctx: Context,
  id: string,
  input: UpdateKitchenStationInput,
): Promise<KitchenStation> {
  const { version, ...patch } = parseInput(updateStationSchema, input);
  const station = await readStation(ctx, id);
  checkLimits({
    warnAfterSeconds: patch.warnAfterSeconds ?? station.warnAfterSeconds,
    lateAfterSeconds: patch.lateAfterSeconds ?? station.lateAfterSeconds,
  });
  return update(ctx, KitchenStation, { id, version }, patch, (changed) => tell(ctx, changed));
}

/** Takes a station away: nothing goes there from now on. One that is gone already stays so. */
export async function removeStation(ctx: Context, id: string): Promise<string> {
  const station = await read(ctx, KitchenStation, id);
  if (station.removedAt) unchanged(ctx, station);
  else await change(ctx, station, { removedAt: ctx.now() }, () => tell(ctx, station));
  return station.id;
}

/** Replaces what is made at a station; what is sold from now on goes there. */
export async function setRoutes(ctx: Context, id: string, inputs: KitchenRouteInput[]): Promise<KitchenStation> {
  const wanted = parseInput(routesSchema, inputs, ['routes']);
  const station = await readStation(ctx, id);
  await checkMenu(ctx, wanted);
  await lockLocation(ctx, station.locationId);
  const known = await ctx.em.find(KitchenRoute, { stationId: station.id }, { orderBy: { id: 'asc' } });
  const facts = ({ sectionId, itemId, channels }: (typeof wanted)[number]) => [sectionId, itemId, channels];
  if (
    isDeepStrictEqual(
      known.map(facts),
      wanted.map((each) => facts({ sectionId: null, itemId: null, ...each })),
    )
  )
    return unchanged(ctx, station);
  for (const route of known) ctx.em.remove(route);
  for (const route of wanted) create(ctx, KitchenRoute, { ...route, stationId: station.id });
  await ctx.em.flush();
  tell(ctx, station);
  return station;
}

/** The station; throws NotFound when there is none or it was removed. */
async function readStation(ctx: Context, id: string): Promise<KitchenStation> {
  const station = await read(ctx, KitchenStation, id);
  if (station.removedAt) throw new NotFound('KitchenStation', id);
  return station;
}

/** Refuses sections and items that are not there. */
async function checkMenu({ em }: Context, routes: readonly KitchenRouteInput[]): Promise<void> {
  const ids = (key: 'sectionId' | 'itemId') => oneOf(routes.flatMap((route) => route[key] ?? []));
  const sections = await em.find(MenuSection, { id: ids('sectionId'), removedAt: null });
  const items = await em.find(MenuItem, { id: ids('itemId'), removedAt: null });
  const known = new Set([...sections, ...items].map((row) => row.id));
  for (const [at, { sectionId, itemId }] of routes.entries())
    if (!known.has(String(sectionId ?? itemId).toLowerCase()))
      throw new Invalid('The menu has no such part.', ['routes', at, sectionId ? 'sectionId' : 'itemId'], {
        reason: 'UNKNOWN',
      });
}

function tell(ctx: Context, { id, locationId }: KitchenStation): void {
  ctx.publish(kitchenStationChanged, { stationId: id, locationId });
}
