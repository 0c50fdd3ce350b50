import { tablesOf } from '@mycelium/kit/part';
import { sealedColumnsOf } from '@mycelium/kit/sealed';
import { createVault } from '@mycelium/kit/vault';
import { subgraphNames } from '@mycelium/schema/roster';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestOf } from '../src/subgraphs.ts';
import { logIn, type TestClient } from './client.ts';
import { type Furniture, furnish } from './furnish.ts';
import { inOneProcess } from './network.ts';
import { networkSecret } from './open-all.ts';

let network: Awaited<ReturnType<typeof inOneProcess>>;
let owner: TestClient;
let admin: Client;
let furniture: Furniture;
beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  furniture = await furnish(owner, network.postgres.url);
  admin = new Client({ connectionString: network.postgres.url });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await owner?.close();
  await network?.close();
});

/** Every column in which there is something that the vault has sealed. */
async function sealedInDatabase(): Promise<string[]> {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as table, column_name as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and split_part(table_schema, '_', 1) = any($1)
       and (data_type in ('text', 'json', 'jsonb', 'character varying') or udt_name in ('_text', '_varchar'))`,
    [subgraphNames],
  );
  const sealed = `${createVault(networkSecret).names[0]}\\.[A-Za-z0-9_-]{16}\\.`;
  const found: string[] = [];
  for (const { table, column } of rows) {
    const answer = await admin.query<{ is: boolean }>(
      `select exists (select 1 from ${table} where "${column}"::text ~ $1) as is`,
      [sealed],
    );
    if (answer.rows[0]?.is) found.push(`${table}.${column}`);
  }
  return found;
}

test('every column with sealed values is known, so that it is sealed again when the secret changes', async () => {
  await owner.run('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', { id: furniture.endpoint });
  const { viewer } = await owner.run<{ viewer: { tenant: { services: { id: string; version: number }[] } } }>(
    '{ viewer { tenant { services { id version } } } }',
  );
  await owner.run('mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { id } }', {
    id: furniture.service,
    input: {
      version: viewer.tenant.services.find(({ id }) => id === furniture.service)?.version,
      token: 'what SMP asks of us',
    },
  });
  const declared = await Promise.all(
    subgraphNames.map(async (name) => {
      const tables = tablesOf(await manifestOf(name));
      return network.subgraphs[name].work(async ({ em }) => sealedColumnsOf(em, tables));
    }),
  );
  const names = declared.flat().map(({ table, column }) => `${table.replaceAll('"', '')}.${column}`);
  // What is planned in the background is there a little later.
  await expect.poll(async () => (await sealedInDatabase()).toSorted()).toEqual(names.toSorted());
  expect(names).toContain('tenants.product_service.token');
});
