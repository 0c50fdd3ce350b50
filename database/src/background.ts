import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { Logger, runMigrations } from 'graphile-worker';
import type { Client, Pool } from 'pg';
import { roleName } from './role.ts';

/** The schema in which a subgraph's background work lies. */
export function backgroundSchema(subgraph: string): string {
  return `${subgraph}_worker`;
}

/** Of all subgraphs. */
export const backgroundSchemas: readonly string[] = subgraphNames.map((name) => backgroundSchema(name));

const OWN = "nullif(current_setting('app.tenant_id', true), '')";
const SYSTEM = "current_setting('app.system', true) = 'on'";

/** Which of a tenant's rows its own session sees; what the library keeps beside its jobs are names, which everyone in the subgraph may see. */
const owners: Record<string, string> = {
  _private_jobs: `payload ->> 'tenantId' = ${OWN}`,
  attempt: `tenant_id = ${OWN}::uuid`,
  pause: `tenant_id = ${OWN}::uuid`,
};

/** Brings the tables of a subgraph's background work up to date, for its role alone. */
export async function migrateBackground(pgPool: Pool, admin: Client, subgraph: SubgraphName): Promise<void> {
  const [schema, role] = [backgroundSchema(subgraph), roleName(subgraph)];
  await runMigrations({ pgPool, schema, logger: new Logger(() => () => undefined) });
  await admin.query(ownTables(schema));
  await admin.query(`
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};
  `);
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = '${schema}'::regnamespace and relkind = 'r'`,
  );
  await admin.query(rows.map(({ name }) => secure(`${schema}.${name}`, owners[name])).join('\n'));
}

/** What each attempt came to, what is paused, and the indexes by which both and the jobs are found. */
function ownTables(schema: string): string {
  return `
    create table if not exists ${schema}.attempt (
      id bigint primary key generated always as identity,
      job_id bigint not null,
      kind text not null,
      tenant_id uuid,
      number int not null,
      outcome text not null,
      error text,
      started_at timestamptz(3),
      ended_at timestamptz(3) not null default now()
    );
    create index if not exists attempt_job on ${schema}.attempt (job_id);
    create index if not exists attempt_ended on ${schema}.attempt (ended_at);
    create index if not exists attempt_tenant on ${schema}.attempt (tenant_id, ended_at);
    create table if not exists ${schema}.pause (
      kind text not null,
      tenant_id uuid,
      since timestamptz(3) not null default now(),
      unique nulls not distinct (kind, tenant_id)
    );
    create index if not exists jobs_of_tenant on ${schema}._private_jobs ((payload ->> 'tenantId'), task_id);
    create index if not exists jobs_by_time on ${schema}._private_jobs (run_at) where is_available;
    create index if not exists jobs_by_holder on ${schema}._private_jobs (locked_by) where locked_by is not null;
  `;
}

function secure(table: string, own: string | undefined): string {
  const policy = (name: string, rows: string) => `
    drop policy if exists ${name} on ${table};
    create policy ${name} on ${table} using (${rows}) with check (${rows});`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    ${own ? `${policy('system', SYSTEM)}${policy('tenant', own)}` : policy('names', 'true')}`;
}
