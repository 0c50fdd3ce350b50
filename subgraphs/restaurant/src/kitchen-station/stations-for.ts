import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import type { Channel } from '../channel.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { KitchenRoute } from './kitchen-route.ts';
import { stationsOf } from './stations-of.ts';

interface Where {
  locationId: string;
  channel: Channel;
}

/** At which stations of a location items are made, by their ids: where their own routes say, else those of their section, else at the first one. */
export async function stationsForItems(
  ctx: Context,
  { locationId, channel }: Where,
  itemIds: readonly string[],
): Promise<(itemId: string) => readonly string[]> {
  const [made, items] = await Promise.all([
    stationsOf(ctx, locationId),
    ctx.em.find(MenuItem, { id: oneOf([...new Set(itemIds)]) }),
  ]);
  const stations = made.map(({ id }) => id);
  const [first] = stations;
  if (!first) return () => [];
  const all = await ctx.em.find(KitchenRoute, { stationId: { $in: stations } });
  const routes = all.filter(({ channels }) => channels.length === 0 || channels.includes(channel));
  const sections = new Map(items.map(({ id, section }) => [id, section.id]));
  return (itemId) => {
    const own = routes.filter((route) => route.itemId === itemId);
    const ofSection = routes.filter(({ sectionId }) => sectionId && sectionId === sections.get(itemId));
    const wanted = new Set((own.length > 0 ? own : ofSection).map(({ stationId }) => stationId));
    return wanted.size > 0 ? stations.filter((id) => wanted.has(id)) : [first];
  };
}
