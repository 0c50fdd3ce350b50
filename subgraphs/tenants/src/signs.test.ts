import { randomUUID } from 'node:crypto';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTenant } from '../test/open-tenant.ts';
import { Display } from './display/display.ts';
import { MaintenanceWindow } from './maintenance-window/maintenance-window.ts';
import { tenants } from './subgraph.ts';
import { SyncStatus, TenantSync } from './sync/sync.ts';

const SIGNS = 'query ($ids: [ID!]!) { tenantSigns(tenantIds: $ids) { tenantId code name count since path } }';
const STAFF = '{ platformStaff { id name } }';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(tenants, { isIdle: true });
});
afterAll(() => testing.close());

const signsOf = async (...ids: string[]): Promise<object[]> => {
  const gateway = testing.as({ kind: 'gateway', id: 'crm', scopes: ['gateway'] });
  return (await gateway.run<{ tenantSigns: object[] }>(SIGNS, { ids })).tenantSigns;
};
const yesterday = new Date(Date.now() - 86_400_000);

test('a sync that is failing is a sign that leads to it, unless its product is switched off', async () => {
  const tenantId = await openTenant(testing);
  const owner = testing.as(person('OWNER', tenantId));
  const ENABLE = `mutation { enableService(input: { product: SMP, config: { baseUrl: "https://smp.example.test", account: "x" } }) { id version } }`;
  const { enableService } = await owner.run<{ enableService: { id: string; version: number } }>(ENABLE);
  expect(await signsOf(tenantId)).toEqual([]);
  const syncId = await testing.subgraph.work(async ({ em }) => {
    const sync = await em.findOneOrFail(TenantSync, { tenantId });
    Object.assign(sync, { status: SyncStatus.ERROR, lastError: 'It answers 503.' });
    return sync.id;
  });
  const failing = { tenantId, code: 'SYNC_FAILING', name: 'SMP', count: 1, since: expect.any(String) };
  expect(await signsOf(tenantId)).toEqual([{ ...failing, path: `/sync/${syncId}` }]);
  await owner.run('mutation ($id: ID!, $v: Int!) { disableService(id: $id, version: $v) { id } }', {
    ...{ id: enableService.id, v: enableService.version },
  });
  expect(await signsOf(tenantId)).toEqual([]);
});

test('dark screens are one sign: one leads to itself, several to all; none that has never been online, and none in maintenance', async () => {
  const [one, several] = [await openTenant(testing), await openTenant(testing)];
  const pair = (tenantId: string, name: string, lastSeenAt?: Date) =>
    testing.subgraph.work(
      async ({ em }) =>
        em.create(Display, { tenantId, name, pairedAt: yesterday, ...(lastSeenAt && { lastSeenAt }) }).id,
    );
  const [bar] = [await pair(one, 'Bar', yesterday), await pair(one, 'New'), await pair(one, 'Counter', new Date())];
  for (const name of ['A', 'B']) await pair(several, name, yesterday);
  const dark = { code: 'SCREEN_DARK', since: yesterday.toISOString() };
  expect(await signsOf(one)).toEqual([{ ...dark, tenantId: one, name: 'Bar', count: 1, path: `/screens/${bar}` }]);
  expect(await signsOf(several)).toEqual([{ ...dark, tenantId: several, name: null, count: 2, path: '/screens' }]);
  const few = await testing.countSql(() => signsOf(one));
  expect(await testing.countSql(() => signsOf(one, several))).toBe(few);
  await testing.subgraph.work(async ({ em }) => {
    const endsAt = new Date(Date.now() + 60_000);
    em.create(MaintenanceWindow, {
      tenantId: one,
      eventId: randomUUID(),
      title: 'x',
      startsAt: yesterday,
      endsAt,
    } as never);
  });
  expect(await signsOf(one)).toEqual([]);
});

test('the staff of the platform know each other, and nobody else knows them', async () => {
  const { seedAdmin } = await import('./seed.ts');
  await testing.subgraph.work((ctx) => seedAdmin(ctx, { email: 'ana@mycelium.test', name: 'Ana' }, 'a long password'));
  const admin = testing.as(person('ADMIN'));
  expect(await admin.run(STAFF)).toEqual({ platformStaff: [{ id: expect.any(String), name: 'Ana' }] });
  expect(await testing.as(person('OWNER')).refusal(STAFF)).toMatchObject({ code: 'FORBIDDEN' });
});
