import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const KitchenScreensDocument = graphql(`
  query KitchenScreens($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      kitchenStations {
        ...KitchenScreen
      }
    }
  }

  fragment KitchenScreen on KitchenStation {
    id
    name
    sound
    warnAfterSeconds
    lateAfterSeconds
  }
`);

const KitchenScreenFeedDocument = graphql(`
  subscription KitchenScreenFeed($locationId: ID!, $after: Cursor) {
    kitchenStationChanged(locationId: $locationId, after: $after) {
      cursor
      at
      stationId
    }
  }
`);

export type Screen = NonNullable<ResultOf<typeof KitchenScreensDocument>['location']>['kitchenStations'][number];

interface Screens {
  position: string | null;
  stations: readonly Screen[];
}

/** The stations of a location, each of which has a screen. */
export function screensAt(locationId: string): Source<Screens> {
  return {
    name: `kitchen ${locationId}`,
    format: 1,
    async load(client) {
      const { data, error } = await client.query(KitchenScreensDocument, { locationId }).toPromise();
      if (!data || error) return { error };
      return { value: { position: data.position ?? null, stations: data.location?.kitchenStations ?? [] } };
    },
    positionOf: ({ position }) => position,
    feeds: [feedOf(KitchenScreenFeedDocument, { locationId }, (_: Screens) => undefined)],
  };
}
