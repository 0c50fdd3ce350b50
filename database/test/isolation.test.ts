import { backgroundSchema } from '@mycelium/database/background';
import { roleName, roleUrl } from '@mycelium/database/role';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Tables without row security, each with its reason. */
const withoutPolicy: Record<string, string> = {
  outbox: 'the relay carries every tenant; what is on its way lies here only until it is handed over',
  audit_outbox: 'the same for the audit log',
  inbox: 'ids of events that were handled with what was answered, read by the id of an event that was leased',
  keeper: 'how far the keeper of the event bus is, nothing else',
  migration: 'names of migrations; the role cannot read it',
};

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function asRole(subgraph: SubgraphName, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: roleUrl(database.url, subgraph, testSecret) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** What the library keeps beside its jobs: names of tasks, queues and schedules, and which migrations it made. */
const namesOnly = ['_private_known_crontabs', '_private_job_queues', '_private_tasks', 'migrations'];

describe.each(subgraphNames)('the background work of %s', (subgraph) => {
  const schema = backgroundSchema(subgraph);

  test('forces row security on every table, and shows a tenant only what is its own', async () => {
    const { rows } = await admin.query<{ name: string; forced: boolean; policies: string[] }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
              array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind in ('r', 'p')`,
      [schema],
    );
    expect(rows.filter(({ forced }) => !forced)).toEqual([]);
    const loose = rows.filter(({ policies }) => policies.join() !== 'system,tenant').map(({ name }) => name);
    expect(loose.sort()).toEqual(namesOnly.toSorted());
  });

  test('is open to no role but its own', async () => {
    await asRole(subgraph, async (client) => {
      await client.query(`select 1 from ${schema}._private_jobs`);
      for (const other of subgraphNames.filter((name) => name !== subgraph))
        await expect(client.query(`select 1 from ${backgroundSchema(other)}._private_jobs`)).rejects.toThrow(
          'permission denied for schema',
        );
    });
  });

  test('is added, seen and changed by its tenant alone, and by the system', async () => {
    const [tenant, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
    const add = `select ${schema}.add_job('remind', json_build_object('tenantId', $1::text))`;
    const seen = `select 1 from ${schema}._private_jobs where payload ->> 'tenantId' = $1`;
    await asRole(subgraph, async (client) => {
      await expect(client.query(add, [tenant])).rejects.toThrow('row-level security');
      await client.query(`set app.tenant_id = '${tenant}'`);
      await client.query(add, [tenant]);
      await expect(client.query(add, [other])).rejects.toThrow('row-level security');
      expect((await client.query(seen, [tenant])).rowCount).toBe(1);
      await client.query(`set app.tenant_id = '${other}'`);
      expect((await client.query(seen, [tenant])).rowCount).toBe(0);
      expect((await client.query(`delete from ${schema}._private_jobs`)).rowCount).toBe(0);
      await client.query(`reset app.tenant_id`);
      await client.query(`set app.system = 'on'`);
      expect((await client.query(seen, [tenant])).rowCount).toBe(1);
    });
  });
});

describe.each(subgraphNames)('the database of %s', (subgraph) => {
  test('forces row security on every table, or says why not', async () => {
    const { rows } = await admin.query<{ name: string; forced: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'p')`,
      [subgraph],
    );
    expect(rows.length).toBeGreaterThan(3);
    const open = rows.filter(({ name, forced, policies }) => !(forced && policies > 0) && !(name in withoutPolicy));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('ties every table with a tenant_id to that tenant', async () => {
    const { rows } = await admin.query<{ name: string; expressions: string }>(
      `select c.relname as name, string_agg(pg_get_expr(p.polqual, c.oid) || pg_get_expr(p.polwithcheck, c.oid), ' ') as expressions
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       left join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
       where n.nspname = $1 and c.relkind in ('r', 'p') and a.attname = 'tenant_id'
       group by c.relname`,
      [subgraph],
    );
    const belongsToPeople = ['session'];
    const loose = rows.filter(
      ({ name, expressions }) => !belongsToPeople.includes(name) && !expressions?.includes('tenant_id = '),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  test('hides the side that the staff keep, in every table that has sides, from all but the staff', async () => {
    const { rows } = await admin.query<{ name: string; expressions: string[] }>(
      `select c.relname as name, array[pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)] as expressions
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       join pg_policy p on p.polrelid = c.oid and p.polname <> 'system' and p.polroles = '{0}'
       where n.nspname = $1 and c.relkind in ('r', 'p') and a.attname = 'side' and exists (
         select from pg_constraint k where k.conrelid = c.oid and pg_get_constraintdef(k.oid) like '%PLATFORM%')`,
      [subgraph],
    );
    if (subgraph === 'crm') expect(rows.length).toBeGreaterThan(2);
    const hides = (expression: string) =>
      / AND \(\(side = 'TENANT'::text\) OR \(current_setting\('app.staff'::text, true\) = 'on'::text\)\)/.test(
        expression,
      );
    expect(rows.filter(({ expressions }) => !expressions.every(hides))).toEqual([]);
  });

  test('ties what belongs to a location to it, for a session that is tied to one', async () => {
    const { rows } = await admin.query<{ name: string; expressions: string[] }>(
      `select c.relname as name, array[pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)] as expressions
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
       where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition
         and a.attname = 'location_id' and a.attnotnull`,
      [subgraph],
    );
    if (subgraph === 'restaurant') expect(rows.length).toBeGreaterThan(4);
    const ties = (expression: string) => expression.includes("location_id = (NULLIF(current_setting('app.location_id'");
    const elsewhere = ['station', 'pin'];
    expect(rows.filter(({ name, expressions }) => !elsewhere.includes(name) && !expressions.every(ties))).toEqual([]);
  });

  test('gives its role no power beyond its own schema', async () => {
    const { rows } = await admin.query(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = $1',
      [roleName(subgraph)],
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: true },
    ]);
    for (const other of subgraphNames.filter((name) => name !== subgraph)) {
      await asRole(subgraph, async (client) => {
        await expect(client.query(`select * from ${other}.outbox`)).rejects.toThrow('permission denied for schema');
      });
    }
  });

  test('owns nothing, so that the role cannot lift its own security', async () => {
    const { rows } = await admin.query(
      `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1`,
      [roleName(subgraph)],
    );
    expect(rows).toEqual([]);
    await asRole(subgraph, async (client) => {
      await expect(client.query(`select * from ${subgraph}.migration`)).rejects.toThrow('permission denied');
    });
  });
});

test('a role that names no tenant reads nothing and writes nothing', async () => {
  const [tenant, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
  const insert = `insert into restaurant.restaurant (id, tenant_id, name) values (gen_random_uuid(), $1, 'Las Reinas')`;
  await asRole('restaurant', async (client) => {
    await expect(client.query(insert, [tenant])).rejects.toThrow('row-level security');
    await client.query(`set app.tenant_id = '${tenant}'`);
    await client.query(insert, [tenant]);
    await expect(client.query(insert, [other])).rejects.toThrow('row-level security');
    await expect(client.query('update restaurant.restaurant set tenant_id = $1', [other])).rejects.toThrow(
      'row-level security',
    );
    expect((await client.query('select 1 from restaurant.restaurant')).rowCount).toBe(1);
    await client.query(`set app.tenant_id = '${other}'`);
    expect((await client.query('select 1 from restaurant.restaurant')).rowCount).toBe(0);
    expect((await client.query('delete from restaurant.restaurant')).rowCount).toBe(0);
    await client.query('reset app.tenant_id');
    expect((await client.query('select 1 from restaurant.restaurant')).rowCount).toBe(0);
  });
});

test('what is one person’s in a tenant is seen and written by that person there alone, and by the system', async () => {
  const [tenant, other] = ['01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000004'];
  const [person, colleague] = ['01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000006'];
  const insert = `insert into tenants.notice (id, tenant_id, user_id, kind, path, "values", once_key)
    values (gen_random_uuid(), $1, $2, 'sync.failed', '/', '{}', 'once')`;
  await asRole('tenants', async (client) => {
    const be = (tenantId: string, personId: string, system = 'off') =>
      client.query(
        `select set_config('app.tenant_id', $1, false), set_config('app.person_id', $2, false), set_config('app.system', $3, false)`,
        [tenantId, personId, system],
      );
    const seen = async () => (await client.query('select 1 from tenants.notice')).rowCount;
    await be(tenant, person);
    await client.query(insert, [tenant, person]);
    await expect(client.query(insert, [tenant, colleague])).rejects.toThrow('row-level security');
    expect(await seen()).toBe(1);
    const others: [string, string][] = [
      [tenant, colleague],
      [tenant, ''],
      [other, person],
      ['', person],
    ];
    for (const [tenantId, personId] of others) {
      await be(tenantId, personId);
      expect([tenantId, personId, await seen()]).toEqual([tenantId, personId, 0]);
      expect((await client.query('update tenants.notice set read_at = now()')).rowCount).toBe(0);
      expect((await client.query('delete from tenants.notice')).rowCount).toBe(0);
    }
    await be('', '', 'on');
    expect(await seen()).toBe(1);
  });
});

test('migrating again changes nothing', async () => {
  const { migrate } = await import('@mycelium/database/migrate');
  const migrated = await migrate({ databaseUrl: database.url, secret: testSecret });
  expect(migrated.flatMap(({ applied }) => applied)).toEqual([]);
});
