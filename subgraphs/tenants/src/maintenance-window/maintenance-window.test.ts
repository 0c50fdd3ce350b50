import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { maintenanceScheduled } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTenant } from '../../test/open-tenant.ts';
import { tenants } from '../subgraph.ts';

const WINDOWS = 'maintenanceWindows { totalCount edges { node { id title startsAt endsAt } } }';
const FOLLOW = 'subscription ($t: ID!) { maintenanceChanged(tenantId: $t) { window { title } } }';
const HOUR = 3_600_000;

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

test('maintenance that is announced to every application is a window once, until it is over, and only for its tenant', async () => {
  const tenant = await openTenant(testing);
  const staff = testing.as(person('STAFF', tenant));
  const live = await staff.follow(FOLLOW, { t: tenant });
  const announce = async (title: string, from: number, to: number) => {
    const [startsAt, endsAt] = [from, to].map((hours) => new Date(Date.now() + hours * HOUR).toISOString());
    const call = { viewer: staff.viewer, correlationId: 'test' };
    const payload = { title, startsAt: startsAt ?? '', endsAt: endsAt ?? '' };
    const event = makeEvent(maintenanceScheduled, payload, { feed: tenant, call });
    await publishToBus(redis, [{ event, targets: ['wrapper', 'DIGITAL_MENU', 'WEB_HOSTING'] }]);
    return (await live.next()).value;
  };
  expect(await announce('New ovens', 5, 6)).toMatchObject({
    data: { maintenanceChanged: { window: { title: 'New ovens' } } },
  });
  await announce('Database', -1, 1);
  await announce('It was yesterday', -25, -24);
  expect(await staff.ofTenant(WINDOWS)).toMatchObject({
    maintenanceWindows: { totalCount: 2, edges: [{ node: { title: 'Database' } }, { node: { title: 'New ovens' } }] },
  });
  await live.return?.();
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.ofTenant(WINDOWS, { t: tenant })).toBeNull();
});
