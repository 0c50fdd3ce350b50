import { feedKey } from '@mycelium/bus/feed-key';
import { dayKey, totalsKey } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { alertRaised, type ConditionTold, conditionChanged } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { settleLeft } from './settle-conditions.ts';

const ALERTS = 'alerts { edges { node { kind thingId name path since value threshold recoveredAt } } }';
const RULE = 'mutation ($input: UpdateAlertRuleInput!) { updateAlertRule(input: $input) { threshold unit version } }';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let testing: TestSubgraph;
let redis: Redis;
beforeAll(async () => {
  testing = await testSubgraph(events);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

const tenantOf = ({ viewer }: TestViewer): string => viewer.tenantId ?? '';
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();

/** As the owner of a screen says it: offline for ten minutes, unless it says otherwise. */
function offline(told: Partial<ConditionTold> = {}): ConditionTold {
  const at = new Date().toISOString();
  return { kind: 'SCREEN_OFFLINE', thingId: uuidv7(), name: 'Bar', isSo: true, since: ago(10), at, ...told };
}

/** Tells what became of a thing, and resolves when it was heard. */
async function tell(owner: TestViewer, told: ConditionTold): Promise<void> {
  const tenant = tenantOf(owner);
  const call = { viewer: { kind: 'gateway' as const, id: 'system', scopes: [] }, correlationId: 'test' };
  const event = makeEvent(conditionChanged, told, { feed: tenant, call });
  await publishToBus(redis, [{ event, targets: ['system'] }]);
  await vi.waitFor(async () => {
    const heard = await testing.subgraph.work(({ em }) =>
      em.execute('select 1 from events.inbox where event_id = ?', [event.id]),
    );
    expect(heard).toHaveLength(1);
  });
}

async function alertsOf(viewer: TestViewer): Promise<Record<string, unknown>[]> {
  const { alerts } = await viewer.ofTenant<{ alerts: { edges: { node: Record<string, unknown> }[] } }>(ALERTS);
  return alerts.edges.map(({ node }) => node);
}

test('a screen that is offline for longer than the rule says is an alert once, with its name and its place, and is over when it is back', async () => {
  const owner = testing.as(person('OWNER'));
  const told = offline();
  await tell(owner, told);
  await tell(owner, told);
  const alert = { kind: 'SCREEN_OFFLINE', thingId: told.thingId, name: 'Bar', path: `/screens/${told.thingId}` };
  const found = { since: told.since, value: 10, threshold: 5, recoveredAt: null };
  expect(await alertsOf(owner)).toEqual([{ ...alert, ...found }]);
  await tell(owner, { ...told, name: 'Bar upstairs', at: new Date().toISOString() });
  expect(await alertsOf(owner)).toMatchObject([{ name: 'Bar upstairs', recoveredAt: null }]);
  await tell(owner, offline({ thingId: told.thingId, isSo: false }));
  expect(await alertsOf(owner)).toMatchObject([{ name: 'Bar upstairs', recoveredAt: expect.any(String) }]);
});

test('what is said again, as owners do at a start and every hour, is the alert that there is, and nobody gets another e-mail', async () => {
  const owner = testing.as(person('OWNER'));
  const screen = offline();
  const sync = offline({ kind: 'SYNC_FAILED', name: 'SMP', partId: uuidv7(), value: 1 });
  for (let round = 0; round < 3; round += 1)
    for (const each of [screen, sync]) await tell(owner, { ...each, at: new Date(Date.now() + round).toISOString() });
  expect(await alertsOf(owner)).toHaveLength(2);
  await vi.waitFor(async () => {
    expect(await testing.subgraph.work(({ em }) => em.execute('select 1 from events.outbox'))).toEqual([]);
  });
  const feed = await redis.xrange(feedKey(tenantOf(owner)), '-', '+');
  const raised = feed.filter(([, [, event = '']]) => JSON.parse(event).type === alertRaised.name);
  expect(raised).toHaveLength(2);
});

test('what was said earlier and comes later changes nothing', async () => {
  const owner = testing.as(person('OWNER'));
  const told = offline();
  const before = (ms: number) => new Date(Date.parse(told.at) - ms).toISOString();
  await tell(owner, { ...told, isSo: false });
  await tell(owner, { ...told, at: before(1) });
  expect(await alertsOf(owner)).toEqual([]);
  const other = offline();
  await tell(owner, other);
  await tell(owner, { ...other, isSo: false, at: before(5_000) });
  expect(await alertsOf(owner)).toMatchObject([{ recoveredAt: null }]);
});

test('it becomes an alert when its time has come, though nobody says anything more', async () => {
  const owner = testing.as(person('OWNER'));
  await owner.run(RULE, { input: { kind: 'SCREEN_OFFLINE', version: 0, threshold: 0.02 } });
  await tell(owner, offline({ since: new Date().toISOString() }));
  await vi.waitFor(async () => expect(await alertsOf(owner)).toMatchObject([{ threshold: 0.02 }]));
}, 15_000);

test('within maintenance nobody is notified', async () => {
  const owner = testing.as(person('OWNER'));
  await tell(owner, offline({ quiet: [{ from: ago(60), to: ago(-60) }] }));
  await tell(owner, offline({ name: 'Kitchen', quiet: [{ from: ago(60), to: ago(1) }] }));
  expect(await alertsOf(owner)).toMatchObject([{ name: 'Kitchen' }]);
});

test('a rule that is changed or switched off counts at once for what is already so', async () => {
  const owner = testing.as(person('OWNER'));
  const change = (input: object) => owner.run(RULE, { input: { kind: 'SCREEN_OFFLINE', ...input } });
  const open = async () => (await alertsOf(owner)).filter(({ recoveredAt }) => recoveredAt === null).length;
  await tell(owner, offline());
  expect(await open()).toBe(1);
  for (const [version, patch, count] of [
    [0, { threshold: 60 }, 0],
    [1, { threshold: 3 }, 1],
    [2, { isOn: false }, 0],
    [3, { isOn: true }, 1],
  ] as const) {
    await change({ version, ...patch });
    await vi.waitFor(async () => expect(await open()).toBe(count));
  }
});

test('a sync that failed is an alert when it has so often in a row, and leads to its last run', async () => {
  const owner = testing.as(person('OWNER'));
  const [thingId, first, last] = [uuidv7(), uuidv7(), uuidv7()];
  const failed = (value: number, partId: string) =>
    offline({ kind: 'SYNC_FAILED', name: 'SMP', thingId, partId, value });
  await owner.run(RULE, { input: { kind: 'SYNC_FAILED', version: 0, threshold: 2 } });
  await tell(owner, failed(1, first));
  expect(await alertsOf(owner)).toEqual([]);
  await tell(owner, failed(2, last));
  expect(await alertsOf(owner)).toMatchObject([{ value: 2, path: `/sync/${thingId}?view=runs&run=${last}` }]);
  expect(await owner.refusal(RULE, { input: { kind: 'SYNC_FAILED', version: 1, threshold: 1.5 } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['input', 'threshold'],
    reason: 'NOT_WHOLE',
  });
});

test('who may not see the thing does not see its alerts, and another tenant sees nothing', async () => {
  const owner = testing.as(person('OWNER'));
  await tell(owner, offline());
  const program = testing.as({ kind: 'client', id: uuidv7(), tenantId: tenantOf(owner), scopes: ['events:read'] });
  expect(await alertsOf(program)).toEqual([]);
  expect(await alertsOf(testing.as(person('AUDITOR', tenantOf(owner))))).toHaveLength(1);
  expect(await alertsOf(testing.as(person('OWNER')))).toEqual([]);
});

test('what is so and has nobody who will look, is looked at after a start', async () => {
  const owner = testing.as(person('OWNER'));
  await tell(owner, offline({ since: ago(1) }));
  await testing.subgraph.work(async ({ em }) => {
    await em.execute(
      "select count(events_worker.remove_job(key)) from events_worker._private_jobs where key like 'conditions %'",
    );
    await em.execute("update events.condition set since = now() - interval '1 hour' where tenant_id = ?", [
      tenantOf(owner),
    ]);
  });
  expect(await alertsOf(owner)).toEqual([]);
  await testing.subgraph.work(settleLeft);
  await vi.waitFor(async () => expect(await alertsOf(owner)).toHaveLength(1));
});

test('what is no thing of ours, and what no kind of this version names, holds up nothing', async () => {
  const owner = testing.as(person('OWNER'));
  for (const kind of ['OVEN_COLD', 'SUCCESS_RATE', 'constructor']) await tell(owner, offline({ kind }));
  expect(await alertsOf(owner)).toEqual([]);
  const rules = await owner.ofTenant<{ alertRules: { kind: string; unit: string }[] }>('alertRules { kind unit }');
  expect(rules.alertRules).toContainEqual({ kind: 'SCREEN_OFFLINE', unit: 'MINUTES' });
  expect(rules.alertRules).toContainEqual({ kind: 'SYNC_FAILED', unit: 'TIMES' });
});

test('it is no traffic between applications: neither in the matrix nor in what is counted', async () => {
  const owner = testing.as(person('OWNER'));
  await tell(owner, offline());
  const day = await redis.hgetall(dayKey(tenantOf(owner), Math.floor(Date.now() / DAY_MS)));
  expect(Object.keys(day).length + Object.keys(await redis.hgetall(totalsKey(tenantOf(owner)))).length).toBeGreaterThan(
    0,
  );
  const { communicationMatrix, eventAnalytics, deliveryFigures } = await owner.ofTenant<Record<string, object>>(
    `communicationMatrix { channels { source target } } eventAnalytics { channels { source target } types { eventType } }
     deliveryFigures(window: HOUR) { source target }`,
  );
  const said = JSON.stringify([communicationMatrix, eventAnalytics, deliveryFigures]);
  expect(said).not.toContain('"target":"system"');
  expect(said).not.toContain('condition');
});
