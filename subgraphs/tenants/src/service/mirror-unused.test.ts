import { noteUnused, readOff } from '@mycelium/bus/off';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenants } from '../subgraph.ts';
import { Tenant, TenantEnvironment } from '../tenant/tenant.ts';
import { mirrorUnused } from './mirror-unused.ts';

let testing: TestSubgraph;
let redis: Redis;
beforeAll(async () => {
  testing = await testSubgraph(tenants);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

test('the bus tells a product nothing that the tenant never had, and everything from the moment in which it has it', async () => {
  const owner = testing.as(person('OWNER'));
  const id = String(owner.viewer.tenantId);
  await testing.subgraph.work(async ({ em }) => {
    const look = { languages: ['en'], currency: 'USD', timeZone: 'UTC', environment: TenantEnvironment.LIVE };
    em.create(Tenant, { id, slug: `bakery-${id}`, name: 'The Bakery', ...look });
  });
  await testing.subgraph.work(mirrorUnused);
  expect(await readOff(redis, id)).toEqual(
    new Set(['ORDERING', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA']),
  );
  const ENABLE = 'mutation ($p: ProductType!) { enableService(input: { product: $p }) { id } }';
  await owner.run(ENABLE, { p: 'DIGITAL_MENU' });
  await vi.waitFor(async () => expect((await readOff(redis, id)).has('DIGITAL_MENU')).toBe(false));
  await testing.subgraph.work(mirrorUnused);
  expect((await readOff(redis, id)).has('DIGITAL_MENU')).toBe(false);
  // Whoever switched it on was killed before the bus knew.
  await noteUnused(redis, id, ['DIGITAL_MENU']);
  await testing.subgraph.work(mirrorUnused);
  expect((await readOff(redis, id)).has('DIGITAL_MENU')).toBe(false);
});
