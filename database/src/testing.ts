import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate } from './migrate.ts';

/** The installation's secret in tests. */
export const testSecret = 'a secret that only tests ever use, and long enough';

const TEMPLATE = 'mycelium_template';
const TEMPLATE_LOCK = 88_120_455;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of the test file's own, with every subgraph's tables and no rows. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(admin, server);
    // Page by page through memory, as is usual, takes five times as long.
    await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
  return {
    url: databaseUrl(server, name),
    drop: () => asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  };
}

async function ensureTemplate(admin: Client, server: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
  if (rowCount) return;
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await migrate({ databaseUrl: databaseUrl(server, TEMPLATE), secret: testSecret });
  await admin.query(`alter database ${TEMPLATE} is_template true`);
}

async function asAdmin(server: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
