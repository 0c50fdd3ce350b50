import type { EntityClass } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { Client, Pool } from 'pg';
import { migrateBackground } from './background.ts';
import { dataVersion, migrationsOf, noteDataVersion, refuseNewer } from './data-version.ts';
import { createExtensions, refuseWithoutExtensions } from './extensions.ts';
import { ormConfig } from './orm.ts';
import { roleName, rolePassword } from './role.ts';
import { noteRoleOwner, refuseForeignRole } from './role-owner.ts';

export interface MigrateOptions {
  /** The address for a role that may create roles and schemas. */
  databaseUrl: string;
  /** The installation's secret, from which the roles' passwords are derived. */
  secret: string;
  /** Whether the secret is another one than before on purpose: the roles get new passwords. */
  isSecretChanged?: boolean;
}

const MIGRATION_LOCK = 7_301_958_204;

/** What a subgraph's data were before, if there were any, and what was applied to them; each by the name of a migration. */
export interface Migrated {
  subgraph: SubgraphName;
  from: string | undefined;
  applied: string[];
}

/**
 * Brings every subgraph's role, schema and tables up to date; safe to run again and from several processes at once. Throws
 * before it changes anything when the server lacks an extension, when the data are newer than this version knows, or when the server's roles belong to an
 * installation with another secret. Answers what it did.
 */
export async function migrate({ databaseUrl, secret, isSecretChanged }: MigrateOptions): Promise<Migrated[]> {
  const admin = new Client({ connectionString: databaseUrl });
  // What is under way then is rejected; between two statements nobody else would hear of it.
  admin.on('error', () => undefined);
  await admin.connect();
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await admin.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseWithoutExtensions(admin);
    const before = new Map<SubgraphName, string | undefined>();
    for (const subgraph of subgraphNames) {
      const from = await dataVersion(async (sql) => (await admin.query(sql)).rows, subgraph);
      refuseNewer(subgraph, from);
      if (!isSecretChanged) await refuseForeignRole(admin, subgraph, secret);
      before.set(subgraph, from);
    }
    await createExtensions(admin);
    const migrated: Migrated[] = [];
    for (const subgraph of subgraphNames) {
      await ensureRole(admin, subgraph, rolePassword(subgraph, secret));
      await noteRoleOwner(admin, subgraph, secret);
      const applied = await applyMigrations(databaseUrl, subgraph);
      await grant(admin, subgraph);
      await migrateBackground(pool, admin, subgraph);
      await admin.query(noteDataVersion(subgraph));
      migrated.push({ subgraph, from: before.get(subgraph), applied });
    }
    return migrated;
  } finally {
    await pool.end();
    await admin.end();
  }
}

/** Writes the migration that takes the subgraph's tables from the last snapshot to what its entities say now; undefined when they agree. */
export async function createMigration(
  databaseUrl: string,
  subgraph: SubgraphName,
  entities: EntityClass<object>[],
): Promise<string | undefined> {
  const orm = await MikroORM.init({ ...migrationConfig(databaseUrl, subgraph), ...ormConfig(subgraph, entities) });
  try {
    const { fileName } = await orm.migrator.create();
    return fileName || undefined;
  } finally {
    await orm.close();
  }
}

async function applyMigrations(databaseUrl: string, subgraph: SubgraphName): Promise<string[]> {
  const orm = await MikroORM.init(migrationConfig(databaseUrl, subgraph));
  try {
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

function migrationConfig(databaseUrl: string, subgraph: SubgraphName): Options {
  const folder = migrationsOf(subgraph);
  return {
    ...ormConfig(subgraph, []),
    clientUrl: databaseUrl,
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    migrations: {
      path: folder,
      pathTs: folder,
      emit: 'ts',
      tableName: `${subgraph}.migration`,
      snapshotName: 'snapshot',
      // It says what the entities say; what was added by hand is no part of it, and a start changes no file.
      snapshotOnMigrate: false,
      silent: true,
      disableForeignKeys: false,
    },
  };
}

async function ensureRole(admin: Client, subgraph: SubgraphName, password: string): Promise<void> {
  const role = roleName(subgraph);
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount ? 'alter' : 'create';
  await admin.query(
    `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${admin.escapeLiteral(password)}`,
  );
  await admin.query(`create schema if not exists ${subgraph}`);
}

async function grant(admin: Client, subgraph: SubgraphName): Promise<void> {
  const role = roleName(subgraph);
  await admin.query(`
    revoke all on schema public from ${role};
    grant usage on schema ${subgraph} to ${role};
    grant select, insert, update, delete on all tables in schema ${subgraph} to ${role};
    grant usage, select on all sequences in schema ${subgraph} to ${role};
    grant execute on all functions in schema ${subgraph} to ${role};
    revoke all on ${subgraph}.migration from ${role};
  `);
}
