import { DataloaderType, type EntityClass, type LogContext } from '@mikro-orm/core';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import type { Pool, PoolClient } from 'pg';

export interface OrmOptions {
  /** The address for the subgraph's own role, see `roleUrl`. */
  url: string;
  subgraph: SubgraphName;
  entities: EntityClass<object>[];
  /** Called with every statement when it has ended, and how long it took. */
  onQuery?: (query: string, milliseconds?: number) => void;
  poolSize?: number;
}

/** The subgraph's entities over its own schema and role. Connects at the first query. */
export async function openOrm({ url, subgraph, entities, onQuery, poolSize = 10 }: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    ...ormConfig(subgraph, entities),
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    driverOptions: { onPoolCreated: letGoOfDead },
    debug: onQuery ? ['query'] : false,
    ...(onQuery ? { loggerFactory: () => queryListener(onQuery) } : {}),
  });
}

/**
 * A connection that the server ended within a transaction would stay taken for ever: its rollback fails, and Kysely gives
 * back only what it rolled back. As many as the pool has, and the process would never ask its database anything again.
 */
function letGoOfDead(pool: Pool): void {
  const taken = new Set<PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) =>
    client.once('end', () => {
      if (!taken.has(client)) return;
      const { release } = client;
      // Whoever has it may give it back later.
      client.release = () => undefined;
      release(true);
    }),
  );
}

/** What is the same for serving and for migrating. */
export function ormConfig(subgraph: SubgraphName, entities: EntityClass<object>[]): Options {
  return {
    entities,
    schema: subgraph,
    dataloader: DataloaderType.ALL,
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: {
      ignoreSchema: ['public', 'pgboss', ...subgraphNames.filter((name) => name !== subgraph)],
      // Written by hand: it would be copied anew for each month that is added to it.
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
