import { DataloaderType, type EntityClass, type LogContext } from '@mikro-orm/core';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import type { Pool } from 'pg';
import { backgroundSchemas } from './background.ts';
import { keepPool, limits } from './connections.ts';
import { Driver } from './driver.ts';

/** Connections of one process to its database, unless it says otherwise; the relay has one more of its own. */
export const POOL_SIZE = 10;

export interface OrmOptions {
  /** The address for the subgraph's own role, see `roleUrl`. */
  url: string;
  subgraph: SubgraphName;
  entities: EntityClass<object>[];
  /** Called with every statement when it has ended, and how long it took. */
  onQuery?: (query: string, milliseconds?: number) => void;
  /** How many connections there may be at once. */
  poolSize?: number;
  /** How long one may take to come. */
  connectionTimeoutMillis?: number;
}

/** The subgraph's entities over its own schema and role. Connects at the first query. */
export async function openOrm({
  url,
  subgraph,
  entities,
  onQuery,
  poolSize = POOL_SIZE,
  connectionTimeoutMillis = limits.connectionTimeoutMillis,
}: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    ...ormConfig(subgraph, entities),
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    driverOptions: { onPoolCreated: (pool: Pool) => keepPool(pool), ...limits, connectionTimeoutMillis },
    debug: onQuery ? ['query'] : false,
    ...(onQuery ? { loggerFactory: () => queryListener(onQuery) } : {}),
  });
}

/** What is the same for serving and for migrating. */
export function ormConfig(subgraph: SubgraphName, entities: EntityClass<object>[]): Options {
  return {
    entities,
    driver: Driver,
    schema: subgraph,
    dataloader: DataloaderType.ALL,
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: {
      ignoreSchema: ['public', ...backgroundSchemas, ...subgraphNames.filter((name) => name !== subgraph)],
      // Written by hand: it would be copied again for each month that is added to it.
      skipTables: [/^audit_entry/],
    },
    forceUtcTimezone: true,
  } as Options;
}

function queryListener(onQuery: NonNullable<OrmOptions['onQuery']>) {
  const ignore = (): void => undefined;
  return {
    log: ignore,
    warn: ignore,
    error: ignore,
    setDebugMode: ignore,
    isEnabled: () => true,
    logQuery: (context: LogContext) => {
      if (context.query) onQuery(context.query, context.took);
    },
  };
}
