import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { maintenanceScheduled } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTenant } from '../../test/open-tenant.ts';
import { tenants } from '../subgraph.ts';

const CLOCK = '{ businessClock { now aheadSeconds canBeMoved } }';
const MOVE = 'mutation ($to: DateTime, $by: Int) { moveClock(to: $to, by: $by) { now aheadSeconds } }';
const RESET = 'mutation { resetClock { aheadSeconds } }';
const DAY = 86_400;

let testing: TestSubgraph;
const admin = () => testing.as(person('ADMIN'));

beforeAll(async () => {
  testing = await testSubgraph(tenants);
});
beforeEach(() => admin().run(RESET));
afterAll(() => testing.close());

test('the staff of the platform move the clock, everybody sees it, and it can be set back', async () => {
  expect(await admin().run(MOVE, { by: 3 * DAY })).toMatchObject({ moveClock: { aheadSeconds: 3 * DAY } });
  expect(await admin().run(MOVE, { by: -DAY })).toMatchObject({ moveClock: { aheadSeconds: 2 * DAY } });
  const { moveClock } = await admin().run<{ moveClock: { now: string } }>(MOVE, { to: '2031-12-24T18:00:00Z' });
  expect(Date.parse(moveClock.now) - Date.parse('2031-12-24T18:00:00Z')).toBeLessThan(2_000);
  const { businessClock } = await testing.as(person('KITCHEN')).run<{ businessClock: { now: string } }>(CLOCK);
  expect(businessClock).toMatchObject({ now: expect.stringMatching(/^2031-12-24T18:0/), canBeMoved: true });
  expect(await admin().run(RESET)).toEqual({ resetClock: { aheadSeconds: 0 } });
});

test.each([
  [{}],
  [{ by: 1, to: '2027-01-01T00:00:00Z' }],
  [{ to: '9999-12-31T23:59:59Z' }],
  [{ to: '0001-01-01T00:00:00Z' }],
  [{ by: 2 ** 31 - 1 }],
  [{ by: -(2 ** 31) }],
])('a clock is moved to no moment that makes no sense: %j', async (variables) => {
  expect(await admin().refusal(MOVE, variables)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('an owner may not move it', async () => {
  for (const mutation of [RESET, 'mutation { moveClock(by: 60) { aheadSeconds } }'])
    expect(await testing.as(person('OWNER')).refusal(mutation)).toMatchObject({ code: 'FORBIDDEN' });
});

test('production refuses to move it, and keeps real time whatever it was moved to before', async () => {
  await admin().run(MOVE, { by: DAY });
  const production = await testSubgraph(tenants, { beside: testing, isIdle: true, canMoveClock: false });
  const staff = production.as(person('ADMIN'));
  expect(await staff.run(CLOCK)).toMatchObject({ businessClock: { aheadSeconds: 0, canBeMoved: false } });
  expect(await staff.refusal(MOVE, { by: 60 })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await staff.refusal(RESET)).toMatchObject({ code: 'FORBIDDEN' });
  await production.close();
});

test('maintenance is over when the clock of the business says so, and access is not', async () => {
  const tenant = await openTenant(testing);
  const staff = testing.as(person('STAFF', tenant));
  const redis = new Redis(testing.redisUrl);
  const [startsAt = '', endsAt = ''] = [1, 2].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const call = { viewer: staff.viewer, correlationId: 'test' };
  const event = makeEvent(maintenanceScheduled, { title: 'New ovens', startsAt, endsAt }, { feed: tenant, call });
  await publishToBus(redis, [{ event, targets: ['wrapper'] }]);
  redis.disconnect();
  const windows = 'maintenanceWindows { totalCount }';
  const count = async () =>
    (await staff.ofTenant<{ maintenanceWindows: { totalCount: number } }>(windows)).maintenanceWindows.totalCount;
  await vi.waitFor(async () => expect(await count()).toBe(1));
  await admin().run(MOVE, { by: 3 * 3_600 });
  expect(await count()).toBe(0);
  await admin().run(RESET);
  expect(await count()).toBe(1);
});
