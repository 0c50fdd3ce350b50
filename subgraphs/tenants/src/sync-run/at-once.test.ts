import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTenant } from '../../test/open-tenant.ts';
import { tenants } from '../subgraph.ts';

const ENABLE = `mutation {
  enableService(input: { product: SMP, config: { baseUrl: "https://vendor.example", account: "x" } }) { id version }
}`;
const RUN = 'mutation ($t: ID!, $mode: SyncMode!) { runSync(tenantId: $t, product: SMP, mode: $mode) { id } }';

let testing: TestSubgraph;
let owner: TestViewer;
let t: string;

beforeAll(async () => {
  // Nobody works on the runs, so that they stay as they were asked for.
  testing = await testSubgraph(tenants, { isIdle: true });
  t = await openTenant(testing);
  owner = testing.as(person('OWNER', t));
  await owner.run(ENABLE);
});
afterAll(() => testing.close());

const statuses = () =>
  testing.subgraph.work(({ em }) =>
    em.execute<{ status: string }[]>('select status from tenants.sync_run where tenant_id = ? order by id', [t]),
  );

test('four who ask for a run at once get one and the same', async () => {
  const ask = async () => (await owner.run<{ runSync: { id: string } }>(RUN, { t, mode: 'MANUAL' })).runSync.id;
  const ids = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(new Set(ids).size).toBe(1);
  expect(await statuses()).toEqual([{ status: 'QUEUED' }]);
});

test('while one is at work, four who ask get one that waits', async () => {
  await testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.sync_run set status = 'RUNNING' where tenant_id = ?`, [t]),
  );
  await Promise.all([1, 2, 3, 4].map(() => owner.run(RUN, { t, mode: 'MANUAL' })));
  expect(await statuses()).toEqual([{ status: 'RUNNING' }, { status: 'QUEUED' }]);
});

test('the database lets no second run of a sync work beside the first', async () => {
  const second = testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.sync_run set status = 'RUNNING' where tenant_id = ?`, [t]),
  );
  await expect(second).rejects.toThrow('sync_run_sync_id_unique');
});
