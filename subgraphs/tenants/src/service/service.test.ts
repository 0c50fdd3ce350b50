import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';
import { movedTo } from '../sync/status.ts';
import { SyncStatus } from '../sync/sync.ts';

const ENABLE = `mutation ($p: ProductType!, $c: Settings) {
  enableService(input: { product: $p, config: $c, token: "a secret token" }) { id product status since config version }
}`;
const UPDATE =
  'mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { status config version } }';
const DISABLE = 'mutation ($id: ID!, $v: Int!) { disableService(id: $id, version: $v) { status version } }';
const CONFIG =
  'mutation ($id: ID!, $v: Int!, $c: Settings!) { updateSyncConfig(id: $id, version: $v, config: $c) { config } }';
const SYNC = 'query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) { id status version config } }';

let testing: TestSubgraph;
let owner: TestViewer;
const smp = { baseUrl: 'https://smp.example', account: 'las-reinas' };

interface Service {
  id: string;
  status: string;
  version: number;
}

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  owner = testing.as(person('OWNER'));
});
afterAll(() => testing.close());

test('six products are known, each with a description; another one is refused', async () => {
  const { productTypes } = await owner.run<{ productTypes: { product: string; description: string }[] }>(
    '{ productTypes { product description syncs } }',
  );
  expect(productTypes.map(({ product }) => product)).toEqual([
    'ORDERING',
    'SMP',
    'MARKETING_APP',
    'WEB_HOSTING',
    'DIGITAL_MENU',
    'MINI_BODEGA',
  ]);
  expect(productTypes.every(({ description }) => description.length > 10)).toBe(true);
  const answer = await owner.ask('mutation { enableService(input: { product: TOASTER }) { id } }');
  expect(answer.errors?.[0]?.message).toContain('TOASTER');
});

test.each([
  ['no address', { account: 'x' }, 'baseUrl'],
  ['http to elsewhere', { ...smp, baseUrl: 'http://10.0.0.1' }, 'baseUrl'],
  ['a script', { ...smp, baseUrl: 'javascript:alert(1)' }, 'baseUrl'],
  ['a password in the address', { ...smp, baseUrl: 'https://a:b@smp.example' }, 'baseUrl'],
  ['an account that is a path', { ...smp, account: '../x' }, 'account'],
])('%s is refused with the path of the field', async (_name, config, field) => {
  const refusal = await owner.refusal(ENABLE, { p: 'SMP', c: config });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', 'config', field] });
});

test('a service is switched on, paused, off and on again; a stale version is a conflict; the token is not shown', async () => {
  const { enableService } = await owner.run<{ enableService: Service }>(ENABLE, { p: 'SMP', c: smp });
  expect(enableService).toMatchObject({ status: 'ACTIVE', config: smp, version: 1 });
  expect(JSON.stringify(enableService)).not.toContain('secret');
  const { id } = enableService;
  const input = { version: 1, status: 'PAUSED' };
  const { updateService } = await owner.run<{ updateService: Service }>(UPDATE, { id, input });
  expect(updateService).toMatchObject({ status: 'PAUSED', version: 2 });
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({ code: 'CONFLICT' });
  await owner.run(DISABLE, { id, v: 2 });
  const again = await owner.run<{ enableService: Service }>(ENABLE, { p: 'SMP' });
  expect(again.enableService).toMatchObject({ id, status: 'ACTIVE', config: smp });
});

test('a wrong setting of a sync is refused with its path, and what is left out takes its default', async () => {
  const { tenantSync } = await owner.run<{ tenantSync: Service }>(SYNC, { t: owner.viewer.tenantId });
  const { id, version: v } = tenantSync;
  expect(tenantSync).toMatchObject({ status: 'PENDING', config: { policy: 'LOCAL_WINS', confirmAbovePercent: 20 } });
  expect(await owner.refusal(CONFIG, { id, v, c: { sources: { price: 'MINE' } } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['config', 'sources', 'price'],
  });
  expect(await owner.run(CONFIG, { id, v, c: { policy: 'MANUAL' } })).toMatchObject({
    updateSyncConfig: { config: { policy: 'MANUAL', direction: 'BOTH' } },
  });
});

test('the platform sees the syncs of all tenants, those that failed first; nobody else does', async () => {
  const LIST = '{ syncs { totalCount edges { node { tenantId status service { product } } } } }';
  const other = testing.as(person('OWNER'));
  await other.run(ENABLE, { p: 'SMP', c: smp });
  await testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.tenant_sync set status = 'ERROR' where tenant_id = ?`, [other.viewer.tenantId]),
  );
  const admin = testing.as({ ...person('ADMIN'), tenantId: undefined });
  const { syncs } = await admin.run<{ syncs: { edges: { node: { tenantId: string } }[] } }>(LIST);
  expect(syncs.edges.map(({ node }) => node.tenantId)).toEqual([other.viewer.tenantId, owner.viewer.tenantId]);
  const failed = await admin.run('{ syncs(filter: { status: ERROR }) { totalCount } }');
  expect(failed).toEqual({ syncs: { totalCount: 1 } });
  expect(await owner.refusal(LIST)).toMatchObject({ code: 'FORBIDDEN' });
});

test('who may only look switches nothing, and a foreign service is not found', async () => {
  const manager = testing.as(person('MANAGER', owner.viewer.tenantId));
  expect(await manager.refusal(ENABLE, { p: 'ORDERING' })).toMatchObject({ code: 'FORBIDDEN' });
  const { enableService } = await owner.run<{ enableService: Service }>(ENABLE, { p: 'ORDERING' });
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(DISABLE, { id: enableService.id, v: 1 })).toMatchObject({ code: 'NOT_FOUND' });
});

test('only legal moves of a sync are made', () => {
  const all = Object.values(SyncStatus);
  const legal = all.flatMap((from) =>
    all
      .filter((to) => {
        try {
          return movedTo(from, to) && from !== to;
        } catch {
          return false;
        }
      })
      .map((to) => `${from} → ${to}`),
  );
  expect(legal.toSorted()).toEqual([
    'ERROR → PENDING',
    'ERROR → SYNCING',
    'PENDING → SYNCING',
    'SUCCESS → PENDING',
    'SUCCESS → SYNCING',
    'SYNCING → ERROR',
    'SYNCING → PENDING',
    'SYNCING → SUCCESS',
  ]);
});
