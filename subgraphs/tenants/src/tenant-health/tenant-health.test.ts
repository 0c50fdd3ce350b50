import { HealthStatus, statusByAge } from '@mycelium/kit/health-status';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { menuItemAvailabilityChanged } from '@mycelium/schema/events';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Display } from '../display/display.ts';
import { tenants } from '../subgraph.ts';
import { partOf } from './displays-health.ts';

const HEALTH = `query ($t: ID!) { tenantHealth(tenantId: $t) { displays { status since detail } screenChanges { status since } } }`;
const FOLLOW = `subscription ($t: ID!) { tenantHealthChanged(tenantId: $t) { health { tenantId displays { status } } } }`;

let testing: TestSubgraph;
let owner: TestViewer;
let tenantId: string;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  owner = testing.as(person('OWNER'));
  tenantId = String(owner.viewer.tenantId);
});
afterAll(() => testing.close());

async function pair(name: string, lastSeenAt: Date): Promise<string> {
  return testing.subgraph.work(async ({ em }) => {
    return em.create(Display, { tenantId, name, lastSeenAt, pairedAt: lastSeenAt }).id;
  });
}

test('the health says what is silent and since when, in as many statements for many screens as for few', async () => {
  const ask = () => owner.run(HEALTH, { t: tenantId });
  expect(await ask()).toMatchObject({ tenantHealth: { displays: { status: 'OK' }, screenChanges: { status: 'OK' } } });
  const yesterday = new Date(Date.now() - 86_400_000);
  await pair('Counter', yesterday);
  expect(await ask()).toMatchObject({ tenantHealth: { displays: { status: 'DOWN', since: yesterday.toISOString() } } });
  const few = await testing.countSql(ask);
  for (const name of ['a', 'b', 'c']) await pair(name, new Date());
  expect(await ask()).toMatchObject({
    tenantHealth: { displays: { status: 'DEGRADED', detail: '1 of 4 screens are offline' } },
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

test("another tenant's health is not found", async () => {
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(HEALTH, { t: tenantId })).toMatchObject({ code: 'NOT_FOUND' });
  await expect(stranger.follow(FOLLOW, { t: tenantId })).rejects.toThrow('NOT_FOUND');
});

const now = new Date('2026-11-20T12:00:00Z');

test.each([
  ['no screen', { screens: 0, silent: 0, since: null }, HealthStatus.OK],
  ['every screen heard of', { screens: 3, silent: 0, since: null }, HealthStatus.OK],
  ['one silent of three', { screens: 3, silent: 1, since: now }, HealthStatus.DEGRADED],
  ['all silent', { screens: 3, silent: 3, since: now }, HealthStatus.DOWN],
])('screens: %s', (_name, counts, status) => {
  expect(partOf(counts)).toMatchObject({ status, ...(counts.since && { since: now }) });
});

test.each([
  ['nothing waits', 0, HealthStatus.OK],
  ['it waits for a moment', 2_000, HealthStatus.OK],
  ['it waits for longer than a relay takes to be replaced', 11_000, HealthStatus.DEGRADED],
  ['it waits for longer than a minute', 61_000, HealthStatus.DOWN],
])('changes to be told: %s', (_name, age, status) => {
  expect(statusByAge(age)).toBe(status);
});
