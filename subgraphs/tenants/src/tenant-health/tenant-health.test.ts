import { HealthStatus, statusByAge } from '@mycelium/kit/health-status';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { menuItemAvailabilityChanged } from '@mycelium/schema/subgraphs/restaurant';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTenant } from '../../test/open-tenant.ts';
import { Display } from '../display/display.ts';
import { ServiceStatus } from '../service/service.ts';
import { tenants } from '../subgraph.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { screensHealth } from './displays-health.ts';
import { servicesHealth, syncsHealth } from './products-health.ts';

const HEALTH = 'health { displays { status since code values { name count } } screenChanges { status since } }';
const FOLLOW = `subscription ($t: ID!) { tenantHealthChanged(tenantId: $t) { health { tenantId displays { status } } } }`;

let testing: TestSubgraph;
let owner: TestViewer;
let tenantId: string;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  tenantId = await openTenant(testing);
  owner = testing.as(person('OWNER', tenantId));
});
afterAll(() => testing.close());

async function pair(name: string, lastSeenAt: Date): Promise<string> {
  return testing.subgraph.work(async ({ em }) => {
    return em.create(Display, { tenantId, name, lastSeenAt, pairedAt: lastSeenAt }).id;
  });
}

test('the health says what is silent and since when, in as many statements for many screens as for few', async () => {
  const ask = () => owner.ofTenant(HEALTH);
  expect(await ask()).toMatchObject({ health: { displays: { status: 'OK' }, screenChanges: { status: 'OK' } } });
  const yesterday = new Date(Date.now() - 86_400_000);
  await pair('Counter', yesterday);
  expect(await ask()).toMatchObject({ health: { displays: { status: 'DOWN', since: yesterday.toISOString() } } });
  const few = await testing.countSql(ask);
  for (const name of ['a', 'b', 'c']) await pair(name, new Date());
  expect(await ask()).toMatchObject({
    health: {
      displays: {
        status: 'DEGRADED',
        code: 'SCREENS_OFFLINE',
        values: [
          { name: 'offline', count: 1 },
          { name: 'screens', count: 4 },
        ],
      },
    },
  });
  expect(await testing.countSql(ask)).toBe(few);
});

test('a change of any part is told at once, also of a part that another subgraph owns', async () => {
  const changes = await owner.follow(FOLLOW, { t: tenantId });
  const next = changes.next();
  await testing.subgraph.work(async (ctx) =>
    ctx.publish(menuItemAvailabilityChanged, { itemId: uuidv7(), sectionId: uuidv7(), available: false }, tenantId),
  );
  expect((await next).value.data.tenantHealthChanged.health).toMatchObject({ tenantId });
  await changes.return?.();
});

const PRODUCTS = `health {
  services { status code values { name count } } syncs { status code since }
  products { service { product status } sync { status lastError } }
}`;

test('each product is told, the worst first and with what went wrong; who may not see syncs sees the rest', async () => {
  const t = await openTenant(testing);
  const own = testing.as(person('OWNER', t));
  const ask = () => own.ofTenant(PRODUCTS);
  expect(await ask()).toMatchObject({
    health: { services: { code: 'NO_SERVICES' }, syncs: { code: 'NO_SYNCS' }, products: [] },
  });
  const ENABLE = 'mutation ($input: EnableServiceInput!) { enableService(input: $input) { id version } }';
  const enable = async (product: string, config = {}) =>
    (await own.run<{ enableService: { id: string; version: number } }>(ENABLE, { input: { product, config } }))
      .enableService;
  await enable('ORDERING');
  const few = await testing.countSql(ask);
  const away = { baseUrl: 'https://smp.example.test', account: 'x' };
  const [smp] = [await enable('SMP', away), await enable('WEB_HOSTING', away)];
  const fail = (product: string) =>
    testing.subgraph.work(async (ctx) => {
      const sync = await ctx.em.findOneOrFail(TenantSync, { tenantId: t, product } as object);
      Object.assign(sync, { status: SyncStatus.ERROR, lastError: 'It answers 503.', lastSyncAt: new Date(0) });
      ctx.publish(syncStatusChanged, { syncId: sync.id }, t);
    });
  const changes = await own.follow(
    'subscription ($t: ID!) { tenantHealthChanged(tenantId: $t) { health { syncs { status code } } } }',
    { t },
  );
  await fail('WEB_HOSTING');
  const failed = { status: 'DEGRADED', code: 'SYNCS_FAILED' };
  // What was switched on just before may come first.
  let told: unknown;
  while (JSON.stringify(told) !== JSON.stringify(failed))
    told = (await changes.next()).value.data.tenantHealthChanged.health.syncs;
  await changes.return?.();
  expect(await ask()).toMatchObject({
    health: {
      services: { status: 'OK', code: 'SERVICES' },
      syncs: { ...failed, since: new Date(0).toISOString() },
      products: [
        { service: { product: 'WEB_HOSTING' }, sync: { status: 'ERROR', lastError: 'It answers 503.' } },
        { service: { product: 'SMP' }, sync: { status: 'PENDING', lastError: null } },
        { service: { product: 'ORDERING', status: 'ACTIVE' }, sync: null },
      ],
    },
  });
  expect(await testing.countSql(ask)).toBe(few);
  await own.run('mutation ($id: ID!, $v: Int!) { disableService(id: $id, version: $v) { id } }', {
    id: smp.id,
    v: smp.version,
  });
  expect(await ask()).toMatchObject({ health: { syncs: { status: 'DOWN' } } });
  const cook = testing.as(person('KITCHEN', t));
  expect(await cook.ofTenant(PRODUCTS)).toMatchObject({
    health: {
      services: { status: 'OK' },
      syncs: null,
      products: [{ sync: null }, { sync: null }, { service: { product: 'SMP', status: 'OFF' } }],
    },
  });
});

test("another tenant's health is not found", async () => {
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.ofTenant(HEALTH, { t: tenantId })).toBeNull();
  await expect(stranger.follow(FOLLOW, { t: tenantId })).rejects.toThrow('NOT_FOUND');
});

const now = new Date('2026-11-20T12:00:00Z');

test.each([
  ['no screen', { screens: 0, silent: 0, since: null }, HealthStatus.OK],
  ['every screen heard of', { screens: 3, silent: 0, since: null }, HealthStatus.OK],
  ['one silent of three', { screens: 3, silent: 1, since: now }, HealthStatus.DEGRADED],
  ['all silent', { screens: 3, silent: 3, since: now }, HealthStatus.DOWN],
])('screens: %s', (_name, counts, status) => {
  expect(screensHealth(counts)).toMatchObject({ status, ...(counts.since && { since: now }) });
});

test.each([
  ['all are active', [ServiceStatus.ACTIVE, ServiceStatus.OFF], HealthStatus.OK],
  ['one is paused', [ServiceStatus.ACTIVE, ServiceStatus.PAUSED], HealthStatus.DEGRADED],
  ['all are off', [ServiceStatus.OFF], HealthStatus.OK],
])('services: %s', (_name, statuses, status) => {
  expect(servicesHealth(statuses.map((each) => ({ status: each, since: now })))).toMatchObject({ status });
});

test.each([
  ['one of two failed', [SyncStatus.ERROR, SyncStatus.SUCCESS], HealthStatus.DEGRADED],
  ['all failed', [SyncStatus.ERROR], HealthStatus.DOWN],
  ['one waits', [SyncStatus.PENDING, SyncStatus.SUCCESS], HealthStatus.OK],
])('syncs: %s', (_name, statuses, status) => {
  expect(syncsHealth(statuses.map((each) => ({ status: each, lastSyncAt: now })))).toMatchObject({ status });
});

test.each([
  ['nothing waits', 0, HealthStatus.OK],
  ['it waits for a moment', 2_000, HealthStatus.OK],
  ['it waits for longer than a relay takes to be replaced', 11_000, HealthStatus.DEGRADED],
  ['it waits for longer than a minute', 61_000, HealthStatus.DOWN],
])('changes to be told: %s', (_name, age, status) => {
  expect(statusByAge(age)).toBe(status);
});
