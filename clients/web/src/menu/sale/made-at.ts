import { graphql } from '../../generated/gql.ts';
import type { Channel } from '../../generated/graphql.ts';
import { channels } from './sale.ts';

export const MadeAtDocument = graphql(`
  query MadeAt($locationId: ID!) {
    location(id: $locationId) {
      id
      kitchenStations {
        id
        name
        routes {
          id
          channels
          sectionId
          itemId
        }
      }
    }
  }
`);

interface Station {
  id: string;
  name: string;
  routes: readonly { channels: readonly Channel[]; sectionId: string | null; itemId: string | null }[];
}

/** A station at which an item is made, and for which ways to order; none where for all. */
export interface Maker {
  id: string;
  name: string;
  ways: readonly Channel[];
}

/** Where the routes of an item say, else those of its section, else at the first station: as orders are sent. */
export function makersOf(stations: readonly Station[], item: { id: string; sectionId: string }): Maker[] {
  const byWay = channels.map((way) => ({ way, ids: idsFor(stations, item, way) }));
  return stations.flatMap(({ id, name }) => {
    const ways = byWay.filter(({ ids }) => ids.has(id)).map(({ way }) => way);
    if (ways.length === 0) return [];
    return [{ id, name, ways: ways.length === channels.length ? [] : ways }];
  });
}

function idsFor(
  stations: readonly Station[],
  item: { id: string; sectionId: string },
  way: Channel,
): ReadonlySet<string> {
  const routes = stations.flatMap(({ id, routes: own }) =>
    own
      .filter((route) => route.channels.length === 0 || route.channels.includes(way))
      .map((route) => ({ id, ...route })),
  );
  const own = routes.filter(({ itemId }) => itemId === item.id);
  const wanted = own.length > 0 ? own : routes.filter(({ sectionId }) => sectionId === item.sectionId);
  const ids = wanted.map(({ id }) => id);
  return new Set(ids.length > 0 ? ids : stations.slice(0, 1).map(({ id }) => id));
}
