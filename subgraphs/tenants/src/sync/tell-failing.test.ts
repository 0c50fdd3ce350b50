import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { serviceChanged, syncFailed, syncRecovered } from '@mycelium/schema/subgraphs/tenants';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { conditionsTold, eventsTold, tellAgain, untilDone } from '../../test/conditions-told.ts';
import { openTenant } from '../../test/open-tenant.ts';
import { tenants } from '../subgraph.ts';
import { failingAgain } from './tell-failing.ts';

// Nobody listens there.
const ENABLE =
  'mutation { enableService(input: { product: SMP, config: { baseUrl: "http://127.0.0.1:9", account: "x" } }) { id version } }';
const SYNC = 'query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) { id version } }';
const ONCE = 'mutation ($id: ID!, $v: Int!) { updateSyncConfig(id: $id, version: $v, config: { attempts: 1 }) { id } }';
const RUN = 'mutation ($t: ID!) { runSync(tenantId: $t, product: SMP) { id } }';
const REPORT = `mutation ($id: ID!, $input: ReportSyncInput!) { reportSync(id: $id, input: $input) { version } }`;

let testing: TestSubgraph;
let tenant: string;
let owner: TestViewer;
let sync: { id: string; version: number };
beforeAll(async () => {
  testing = await testSubgraph(tenants);
  await untilDone(testing.subgraph, failingAgain);
});
afterAll(() => testing.close());
beforeEach(async () => {
  tenant = await openTenant(testing);
  owner = testing.as(person('OWNER', tenant));
  await owner.run(ENABLE);
  ({ tenantSync: sync } = await owner.run<{ tenantSync: typeof sync }>(SYNC, { t: tenant }));
  await owner.run(ONCE, { id: sync.id, v: sync.version });
});

const told = () => conditionsTold(testing, tenant);

/** Resolves with the id of a run when it has ended in an error. */
async function fail(): Promise<string> {
  const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t: tenant });
  await vi.waitFor(async () => {
    const rows = await testing.subgraph.work(({ em }) =>
      em.execute('select status from tenants.sync_run where id = ?', [runSync.id]),
    );
    expect(rows).toEqual([{ status: 'ERROR' }]);
  }, 15_000);
  return runSync.id;
}

test('a sync that fails says how often in a row, since when and in which run; switched off it does not', async () => {
  const [first, second] = [await fail(), await fail()];
  const failing = { kind: 'SYNC_FAILED', thingId: sync.id, name: 'SMP', isSo: true };
  const all = await told();
  expect(all).toMatchObject([
    { ...failing, value: 1, partId: first },
    { ...failing, value: 2, partId: second, since: all[0]?.since },
  ]);
  const { services } = await owner.ofTenant<{ services: { id: string; version: number }[] }>('services { id version }');
  await owner.run('mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { id } }', {
    ...{ id: services[0]?.id, input: { version: services[0]?.version, status: 'PAUSED' } },
  });
  expect((await told()).slice(2)).toMatchObject([{ thingId: sync.id, isSo: false }]);
  expect(await eventsTold(testing, tenant, syncFailed)).toEqual([{ syncId: sync.id, product: 'SMP', runId: first }]);
  expect(await eventsTold(testing, tenant, syncRecovered)).toEqual([]);
  const turns = (await eventsTold(testing, tenant, serviceChanged)).map(({ status, before }) => [before, status]);
  expect(turns).toEqual([
    ['OFF', 'ACTIVE'],
    ['ACTIVE', 'PAUSED'],
  ]);
}, 20_000);

test('at a start and every hour a sync that is failing is said again, and none that is well or switched off', async () => {
  const again = async (count: number) => {
    const before = (await told()).length;
    await tellAgain(testing, failingAgain);
    const more = (await told()).slice(before);
    expect(more).toHaveLength(count);
    return more[0];
  };
  const turn = async (status: 'ACTIVE' | 'PAUSED') => {
    const services = 'services { id version }';
    const [service] = (await owner.ofTenant<{ services: { id: string; version: number }[] }>(services)).services;
    await owner.run(
      'mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { id } }',
      { id: service?.id, input: { version: service?.version, status } },
    );
  };
  await again(0);
  await fail();
  await fail();
  const [, before] = await told();
  const said = await again(1);
  expect(said).toEqual({ ...before, at: said?.at });
  await turn('PAUSED');
  await again(0);
  await turn('ACTIVE');
  await again(1);
}, 30_000);

test('what a product says of its own reading counts too', async () => {
  const version = async () => (await owner.run<{ tenantSync: typeof sync }>(SYNC, { t: tenant })).tenantSync.version;
  const report = async (input: object) =>
    owner.run(REPORT, { id: sync.id, input: { version: await version(), ...input } });
  await report({ status: 'SYNCING' });
  await report({ status: 'ERROR', error: 'The menu has no prices.' });
  await report({ status: 'SYNCING' });
  await report({ status: 'SUCCESS' });
  expect(await told()).toMatchObject([{ isSo: true, value: 1 }, { isSo: false }]);
  await report({ status: 'SYNCING' });
  await report({ status: 'SUCCESS' });
  const ofSync = { syncId: sync.id, product: 'SMP' };
  expect(await eventsTold(testing, tenant, syncFailed)).toEqual([ofSync]);
  expect(await eventsTold(testing, tenant, syncRecovered)).toEqual([ofSync]);
});
