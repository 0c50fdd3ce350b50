import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const KitchenHeldDocument = graphql(`
  query KitchenHeld($locationId: ID!, $stationId: ID) {
    position: feedPosition
    kitchenAllDay(locationId: $locationId, stationId: $stationId) {
      itemId
      name
      held
    }
  }
`);

const KitchenHeldFeedDocument = graphql(`
  subscription KitchenHeldFeed($locationId: ID!, $after: Cursor) {
    orderChanged(locationId: $locationId, after: $after) {
      cursor
      at
      order {
        id
        firedCourses
        lines {
          id
          course
          voidedAt
        }
      }
    }
  }
`);

/** What waits for its course, which no ticket has yet. */
export interface Held {
  position: string | null;
  counts: readonly ResultOf<typeof KitchenHeldDocument>['kitchenAllDay'][number][];
}

type Changed = NonNullable<ResultOf<typeof KitchenHeldFeedDocument>['orderChanged']['order']>;

export function heldAt(where: { locationId: string; stationId: string }): Source<Held> {
  return {
    name: `held ${where.stationId}`,
    format: 1,
    async load(client) {
      const { data, error } = await client.query(KitchenHeldDocument, where).toPromise();
      if (!data || error) return { error };
      const counts = data.kitchenAllDay.filter(({ held }) => held !== '0');
      return { value: { position: data.position ?? null, counts } };
    },
    positionOf: ({ position }) => position,
    feeds: [
      // Most orders have no courses, and change nothing here.
      feedOf(KitchenHeldFeedDocument, { locationId: where.locationId }, (known: Held, { orderChanged: { order } }) =>
        known.counts.length === 0 && order && !waits(order) ? known : undefined,
      ),
    ],
  };
}

function waits({ lines, firedCourses }: Changed): boolean {
  return lines.some(({ course, voidedAt }) => course !== null && !voidedAt && !firedCourses.includes(course));
}
