import type { TestViewer } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, type LoggedIn, openHouse } from '../../test/house.ts';

const NOTICES = '{ viewer { notices { edges { node { kind path values } } } } }';
const RUN = 'mutation ($t: ID!) { runSync(tenantId: $t, product: SMP) { id } }';

let house: House;
let owner: TestViewer & LoggedIn;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.enter('owner@las-reinas.test');
});
afterAll(() => house.close());

const noticesOf = async (viewer: TestViewer) => {
  const { viewer: answer } = await viewer.run<{ viewer: { notices: { edges: { node: object }[] } } }>(NOTICES);
  return answer.notices.edges.map(({ node }) => node);
};

/** Resolves when a run has ended in an error. */
async function runToItsEnd(): Promise<void> {
  const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t: house.ids.reinas });
  await vi.waitFor(async () => {
    const rows = await house.testing.subgraph.work(({ em }) =>
      em.execute('select status from tenants.sync_run where id = ?', [runSync.id]),
    );
    expect(rows).toEqual([{ status: 'ERROR' }]);
  }, 15_000);
}

test('who may steer a sync is told that it failed: the first time, and again only when one has worked in between', async () => {
  const t = house.ids.reinas;
  // Nobody listens there.
  await owner.run(
    'mutation { enableService(input: { product: SMP, config: { baseUrl: "http://127.0.0.1:9", account: "x" } }) { id } }',
  );
  const { tenantSync: sync } = await owner.run<{ tenantSync: { id: string; version: number } }>(
    'query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) { id version } }',
    { t },
  );
  await owner.run(
    'mutation ($id: ID!, $v: Int!) { updateSyncConfig(id: $id, version: $v, config: { attempts: 1 }) { id } }',
    { id: sync.id, v: sync.version },
  );
  const manager = await house.enter('manager@las-reinas.test');
  const told = { kind: 'sync.failed', path: `/sync/${sync.id}`, values: { product: 'SMP' } };
  await runToItsEnd();
  await runToItsEnd();
  for (const viewer of [owner, manager]) await vi.waitFor(async () => expect(await noticesOf(viewer)).toEqual([told]));

  await house.testing.subgraph.work(({ em }) => em.execute('update tenants.tenant_sync set last_error = null'));
  await runToItsEnd();
  await vi.waitFor(async () => expect(await noticesOf(owner)).toEqual([told, told]));
  expect(await noticesOf(await house.enter('kitchen@las-reinas.test'))).toEqual([]);
  expect(await noticesOf(await house.enter('auditor@las-reinas.test'))).toEqual([]);
}, 30_000);
