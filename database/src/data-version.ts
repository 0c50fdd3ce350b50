import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SubgraphName } from '@mycelium/schema/roster';

/** Asks PostgreSQL, whichever client it is. */
type Ask = (sql: string) => Promise<{ version: string | null }[]>;

/** Where a subgraph's migrations lie. */
export function migrationsOf(subgraph: SubgraphName): string {
  return fileURLToPath(new URL(`../migrations/${subgraph}`, import.meta.url));
}

/** The version of the data that this code serves: its newest migration, whose names sort by time. */
function servedVersion(subgraph: SubgraphName): string {
  const names = readdirSync(migrationsOf(subgraph)).filter((name) => /^Migration\d+\.ts$/.test(name));
  return names.toSorted().at(-1)?.replace(/\.ts$/, '') ?? '';
}

const MARK = 'data: ';

/** The version of a subgraph's data, which its schema's comment says, so that its role can read it; undefined where there are none yet. */
export async function dataVersion(ask: Ask, subgraph: SubgraphName): Promise<string | undefined> {
  const [row] = await ask(
    `select obj_description(oid, 'pg_namespace') as version from pg_namespace where nspname = '${subgraph}'`,
  );
  return row?.version?.startsWith(MARK) ? row.version.slice(MARK.length) : undefined;
}

/** The statement that says so: a subgraph's data are what this code serves. */
export function noteDataVersion(subgraph: SubgraphName): string {
  return `comment on schema ${subgraph} is '${MARK}${servedVersion(subgraph)}'`;
}

/** Throws, by name, for data that a newer version has migrated. */
export function refuseNewer(subgraph: SubgraphName, version: string | undefined): void {
  const served = servedVersion(subgraph);
  if (version === undefined || version <= served) return;
  throw new Error(
    `the data of ${subgraph} are of a newer version (${version}) than this one serves (${served}): start that version, or restore older data`,
  );
}

/** Throws, by name, for data that this code does not serve: newer ones, and those that were not migrated yet. */
export function refuseOther(subgraph: SubgraphName, version: string | undefined): void {
  refuseNewer(subgraph, version);
  const served = servedVersion(subgraph);
  if (version === served) return;
  throw new Error(
    `the data of ${subgraph} are of an older version (${version ?? 'unknown'}) than this one serves (${served}): start the platform of this version once, which migrates them`,
  );
}
