import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const TillTablesDocument = graphql(`
  query TillTables($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      tables {
        ...TillTable
      }
    }
  }

  fragment TillTable on Table {
    id
    name
    seats
    state
    guests
    version
    area {
      id
      name
    }
    server {
      id
      name
    }
  }
`);

const TillTableFeedDocument = graphql(`
  subscription TillTableFeed($locationId: ID!, $after: Cursor) {
    tableChanged(locationId: $locationId, after: $after) {
      cursor
      at
      tableId
      table {
        ...TillTable
      }
    }
  }
`);

export type TillTable = NonNullable<ResultOf<typeof TillTablesDocument>['location']>['tables'][number];

/** The tables of a location, by area and name. */
export interface Tables {
  position: string | null;
  tables: readonly TillTable[];
}

export function tablesAt(locationId: string): Source<Tables> {
  return {
    name: `tables ${locationId}`,
    format: 1,
    async load(client) {
      const { data, error } = await client.query(TillTablesDocument, { locationId }).toPromise();
      if (!data || error) return { error };
      return { value: { position: data.position ?? null, tables: data.location?.tables ?? [] } };
    },
    positionOf: ({ position }) => position,
    feeds: [
      feedOf(TillTableFeedDocument, { locationId }, (known: Tables, { tableChanged: { tableId, table } }) => {
        const before = known.tables.find(({ id }) => id === tableId);
        // Where it stands among the others is asked for.
        if (!table || !before || before.name !== table.name || before.area.id !== table.area.id) return undefined;
        return { ...known, tables: known.tables.map((each) => (each === before ? table : each)) };
      }),
    ],
  };
}
