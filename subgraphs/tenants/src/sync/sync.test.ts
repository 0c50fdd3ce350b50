import { openGate } from '@mycelium/kit/connector/gate';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';
import { Tenant } from '../tenant/tenant.ts';

const ENABLE = `mutation ($p: ProductType!) {
  enableService(input: { product: $p, config: { baseUrl: "https://vendor.example", account: "x" } }) { id version }
}`;
const LIST = `{ syncs(first: 100) { edges { node {
  id product status tenant { name } service { status } failing { localId message } awaitingRun { id }
} } } }`;

interface Sync {
  id: string;
  product: string;
  tenant: { name: string };
  failing: { localId: string; message: string } | null;
  awaitingRun: { id: string } | null;
}

let testing: TestSubgraph;
let admin: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  admin = testing.as({ ...person('ADMIN'), tenantId: undefined });
});
afterAll(() => testing.close());

/** A tenant with an owner, and SMP switched on. */
async function makeTenant(name: string): Promise<TestViewer> {
  const id = uuidv7();
  await testing.subgraph.work(async ({ em }) => {
    em.create(Tenant, { id, slug: id, name, languages: ['en'], currency: 'USD', timeZone: 'America/Chicago' });
  });
  const owner = testing.as(person('OWNER', id));
  await owner.run(ENABLE, { p: 'SMP' });
  return owner;
}

async function list(): Promise<Sync[]> {
  const { syncs } = await admin.run<{ syncs: { edges: { node: Sync }[] } }>(LIST);
  return syncs.edges.map(({ node }) => node);
}

/** A run of the tenant's SMP that ended, with the items that failed. */
async function endRun(owner: TestViewer, status: string, failed: string[] = []): Promise<string> {
  const run = uuidv7();
  const { tenantId } = owner.viewer;
  const after = status === 'AWAITING_CONFIRMATION' ? 'PENDING' : status;
  await testing.subgraph.work(async ({ em }) => {
    const [sync] = await em.execute<{ id: string }[]>(
      `update tenants.tenant_sync set status = ? where tenant_id = ? and product = 'SMP' returning id`,
      [after, tenantId],
    );
    await em.execute(
      `insert into tenants.sync_run (id, tenant_id, mode, status, steps, actor, correlation_id, sync_id)
       values (?, ?, 'DELTA', ?, '[]', '{"kind":"user","id":"x"}', 'x', ?)`,
      [run, tenantId, status, sync?.id],
    );
    for (const message of failed)
      await em.execute(
        'insert into tenants.sync_failure (id, tenant_id, local_id, message, run_id) values (?, ?, ?, ?, ?)',
        [uuidv7(), tenantId, uuidv7(), message, run],
      );
  });
  return run;
}

test('the platform sees whose syncs they are and which item fails, in as many statements for many as for few', async () => {
  const failing = await makeTenant('Las Reinas');
  await endRun(failing, 'ERROR', ['No such section.', 'No such item.']);
  const few = await testing.countSql(list);
  for (const name of ['El Farolito', 'La Palma', 'El Sol']) await endRun(await makeTenant(name), 'ERROR', [name]);
  expect(await testing.countSql(list)).toBe(few);
  const found = (await list()).map(({ tenant, failing: first }) => [tenant.name, first?.message]);
  expect(Object.fromEntries(found)).toEqual({
    'Las Reinas': 'No such section.',
    'El Farolito': 'El Farolito',
    'La Palma': 'La Palma',
    'El Sol': 'El Sol',
  });
});

test('one sync is found by its id, by its own tenant and by the platform', async () => {
  const ONE = 'query ($id: ID!) { sync(id: $id) { product tenant { name } } }';
  const owner = await makeTenant('El Rincón');
  const id = (await list()).find(({ tenant }) => tenant.name === 'El Rincón')?.id;
  const found = { sync: { product: 'SMP', tenant: { name: 'El Rincón' } } };
  expect(await owner.run(ONE, { id })).toEqual(found);
  expect(await admin.run(ONE, { id })).toEqual(found);
  expect(await (await makeTenant('La Otra')).run(ONE, { id })).toEqual({ sync: null });
  expect(await owner.run(ONE, { id: 'none' })).toEqual({ sync: null });
});

test('what failed in an earlier run is not said of a sync that works again, nor of one that failed as a whole', async () => {
  const owner = await makeTenant('Taco Norte');
  const failing = async () => (await list()).find(({ tenant }) => tenant.name === 'Taco Norte')?.failing;
  await endRun(owner, 'ERROR', ['It is refused.']);
  expect(await failing()).toMatchObject({ message: 'It is refused.' });
  await endRun(owner, 'ERROR');
  expect(await failing()).toBeNull();
  await endRun(owner, 'ERROR', ['Again.']);
  await endRun(owner, 'SUCCESS');
  expect(await failing()).toBeNull();
});

test('a run that waits for a word is told with its sync, in as many statements for many as for few', async () => {
  const owner = await makeTenant('Sin Prisa');
  const awaiting = async () => (await list()).find(({ tenant }) => tenant.name === 'Sin Prisa')?.awaitingRun;
  expect(await awaiting()).toBeNull();
  const run = await endRun(owner, 'AWAITING_CONFIRMATION');
  expect(await awaiting()).toEqual({ id: run });
  const few = await testing.countSql(list);
  await endRun(await makeTenant('Otra Vez'), 'AWAITING_CONFIRMATION');
  expect(await testing.countSql(list)).toBe(few);
});

test("runs are read for one product, and a foreign tenant's not at all", async () => {
  const owner = await makeTenant('Dos Mundos');
  await owner.run(ENABLE, { p: 'MINI_BODEGA' });
  const run = await endRun(owner, 'SUCCESS');
  const RUNS = `query ($t: ID!, $p: ProductType) { syncRuns(tenantId: $t, product: $p) { edges { node { id } } } }`;
  const t = owner.viewer.tenantId;
  expect(await owner.run(RUNS, { t, p: 'SMP' })).toEqual({ syncRuns: { edges: [{ node: { id: run } }] } });
  expect(await owner.run(RUNS, { t, p: 'MINI_BODEGA' })).toEqual({ syncRuns: { edges: [] } });
  expect(await admin.refusal(RUNS, { t, p: 'SMP' })).toMatchObject({ code: 'NOT_FOUND' });
});

test('who watches the products of a tenant hears each turn', async () => {
  const owner = await makeTenant('El Comal');
  const t = owner.viewer.tenantId;
  const events = await owner.follow(
    'subscription ($t: ID!) { serviceChanged(tenantId: $t) { service { product status } } }',
    {
      t,
    },
  );
  await owner.run(ENABLE, { p: 'MINI_BODEGA' });
  // SMP was switched on before anybody watched, and may come first.
  for await (const { data } of events) if (JSON.stringify(data).includes('MINI_BODEGA')) break;
});

test('a product says what its configuration can hold', async () => {
  const { productTypes } = await admin.run<{ productTypes: { product: string; settings: unknown[] }[] }>(
    '{ productTypes { product settings { name required } } }',
  );
  const settings = Object.fromEntries(productTypes.map((info) => [info.product, info.settings]));
  expect(settings).toMatchObject({
    ORDERING: [],
    SMP: [
      { name: 'baseUrl', required: true },
      { name: 'account', required: true },
    ],
  });
  expect(settings.WEB_HOSTING).toContainEqual({ name: 'domain', required: false });
});

test('how the connection to a product is can be read with its sync, and is the same for all processes', async () => {
  const owner = await makeTenant('Connected');
  const read = async () => {
    const { tenantSync } = await owner.run<{
      tenantSync: { service: { id: string; version: number }; connection: object };
    }>(
      `query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) {
        service { id version } connection { breaker failures since until pausedUntil }
      } }`,
      { t: owner.viewer.tenantId },
    );
    return tenantSync;
  };
  const { service, connection } = await read();
  expect(connection).toEqual({ breaker: 'CLOSED', failures: 0, since: null, until: null, pausedUntil: null });
  const breaker = { failures: 1, restMs: 60_000, longestRestMs: 60_000 };
  await testing.subgraph.work(async ({ redis }) => {
    const pass = await openGate(service.id, { redis, breaker }).enter(1_000);
    expect(await pass.leave('FAILED')).toBe('OPENED');
  });
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect((await read()).connection).toEqual({
    ...{ breaker: 'OPEN', failures: 1, since: moment, until: moment, pausedUntil: null },
  });
  // One that leads elsewhere has failed nobody yet.
  await owner.run(
    `mutation ($id: ID!, $version: Int!, $token: String!) {
      updateService(id: $id, input: { version: $version, token: $token }) { id }
    }`,
    { id: service.id, version: service.version, token: 'another-token-of-the-product' },
  );
  expect((await read()).connection).toMatchObject({ breaker: 'CLOSED', failures: 0 });
});
