import { applicationKey, CHANNELS_KEY, minuteKey, totalsKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { openReceiver, type Receiver } from '../webhook-attempt/receiver.testing.ts';
import { type Counting, countingIn } from './counting.testing.ts';
import { evaluateAlerts } from './evaluate.ts';

const ALERTS = `alerts(open: $open) { totalCount edges { node {
  id kind source target value threshold eventId recoveredAt recoveredValue acknowledgedAt acknowledgedById
} } }`;
const ALERTS_TAKES = '$open: Boolean';
const RULE = `mutation ($input: UpdateAlertRuleInput!) {
  updateAlertRule(input: $input) { kind isOn threshold sendsEmails recipientIds mutedUntil version }
}`;
const MINUTE_MS = 60_000;

interface Found {
  id: string;
  kind: string;
  recoveredAt: string | null;
}

let testing: TestSubgraph;
let redis: Redis;
let count: Counting['count'];
let wait: Counting['wait'];
let receiver: Receiver;

beforeAll(async () => {
  testing = await testSubgraph(events);
  redis = new Redis(testing.redisUrl);
  ({ count, wait } = countingIn(redis));
  receiver = await openReceiver();
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
  await receiver.close();
});

function tenantOf(viewer: TestViewer): string {
  return viewer.viewer.tenantId ?? '';
}

async function alertsOf(viewer: TestViewer, open?: boolean): Promise<Found[]> {
  const answer = await viewer.ofTenant<{ alerts: { edges: { node: Found }[] } }>(
    ALERTS,
    { t: tenantOf(viewer), open },
    ALERTS_TAKES,
  );
  return answer.alerts.edges.map(({ node }) => node);
}

/** Has a turn as the job has it, after those that are under way: whoever waits for the lock has it when it looks. */
async function evaluate(): Promise<void> {
  await testing.subgraph.work(async (ctx) => {
    await ctx.em.execute("select pg_advisory_xact_lock(hashtextextended('events alerts', 2))");
    await evaluateAlerts(ctx);
  });
}

test('a rate below 95 percent is an alert once, with its numbers, and once when it has recovered', async () => {
  const owner = testing.as(person('OWNER'));
  await count(tenantOf(owner), { acknowledged: 9, failed: 1 });
  await Promise.all([evaluate(), evaluate(), evaluate()]);
  await evaluate();
  const alerts = await alertsOf(owner);
  expect(alerts).toMatchObject([
    { kind: 'SUCCESS_RATE', source: 'crm', target: 'hr', value: 90, threshold: 95, recoveredAt: null },
  ]);
  await count(tenantOf(owner), { acknowledged: 90 });
  await evaluate();
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([{ id: alerts[0]?.id, recoveredAt: expect.any(String) }]);
  expect(await alertsOf(owner, true)).toEqual([]);
  expect(await alertsOf(owner)).toMatchObject([{ recoveredValue: 99 }]);
  await count(tenantOf(owner), { failed: 7 });
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([{ recoveredAt: null }, { id: alerts[0]?.id }]);
});

test('ten failures in an hour are none too many, and eleven are', async () => {
  const owner = testing.as(person('OWNER'));
  await count(tenantOf(owner), { acknowledged: 1_000, failed: 8, timeout: 2 });
  await evaluate();
  expect(await alertsOf(owner)).toEqual([]);
  await count(tenantOf(owner), { timeout: 1 });
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([{ kind: 'FAILED_EVENTS', value: 11, threshold: 10 }]);
});

test('an event that waits for more than 5 minutes is named, and after 10 the channel has stopped', async () => {
  const calm = testing.as(person('OWNER'));
  await wait(tenantOf(calm), 4);
  await evaluate();
  expect(await alertsOf(calm)).toEqual([]);

  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  await count(tenant, { acknowledged: 1 });
  const late = await wait(tenant, 11);
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([
    { kind: 'PENDING_AGE', value: 11, threshold: 5, eventId: late.eventId },
  ]);
  await late.end();
  await evaluate();
  expect(await alertsOf(owner, true)).toEqual([]);

  const other = testing.as(person('OWNER'));
  const stuck = await wait(tenantOf(other), 11);
  await evaluate();
  expect((await alertsOf(other)).map(({ kind }) => kind).toSorted()).toEqual(['CHANNEL_STOPPED', 'PENDING_AGE']);
  await stuck.end();
  await evaluate();
  expect(await alertsOf(other, true)).toEqual([]);
});

test('an open breaker is an alert until it is closed, half open or not', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  await count(tenant, { acknowledged: 1 });
  for (const state of ['OPEN', 'HALF_OPEN', 'OPEN']) {
    await redis.hset(applicationKey(tenant, 'hr'), 'breaker', state);
    await evaluate();
    expect(await alertsOf(owner)).toMatchObject([{ kind: 'BREAKER_OPEN', target: 'hr', recoveredAt: null }]);
  }
  await redis.hset(applicationKey(tenant, 'hr'), 'breaker', 'CLOSED');
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([{ recoveredAt: expect.any(String) }]);
});

test('a rule is changed by its version, and what is off or allowed is no alert', async () => {
  const owner = testing.as(person('OWNER'));
  await count(tenantOf(owner), { acknowledged: 9, failed: 1 });
  const input = { kind: 'SUCCESS_RATE', version: 0, threshold: 80 };
  expect(await owner.run(RULE, { input })).toMatchObject({
    updateAlertRule: { threshold: 80, isOn: true, sendsEmails: true, recipientIds: [], version: 1 },
  });
  await evaluate();
  expect(await alertsOf(owner)).toEqual([]);
  expect(await owner.refusal(RULE, { input })).toMatchObject({ code: 'CONFLICT' });
  await owner.run(RULE, { input: { ...input, version: 1, threshold: 99.5 } });
  await evaluate();
  expect(await alertsOf(owner, true)).toHaveLength(1);
  await owner.run(RULE, { input: { ...input, version: 2, threshold: undefined, isOn: false } });
  await evaluate();
  expect(await alertsOf(owner, true)).toEqual([]);
  const RULES = 'alertRules { kind isOn threshold version }';
  const { alertRules } = await owner.ofTenant<{ alertRules: { kind: string }[] }>(RULES);
  expect(alertRules).toHaveLength(9);
  expect(alertRules).toContainEqual({ kind: 'SUCCESS_RATE', isOn: false, threshold: 99.5, version: 3 });
  expect(alertRules).toContainEqual({ kind: 'BREAKER_OPEN', isOn: true, threshold: null, version: 0 });
});

test.each([
  ['a rate above all', { kind: 'SUCCESS_RATE', threshold: 101 }, ['input', 'threshold']],
  ['a threshold of nothing', { kind: 'PENDING_AGE', threshold: 0 }, ['input', 'threshold']],
  ['a recipient who is nobody', { kind: 'PENDING_AGE', recipientIds: ['me'] }, ['input', 'recipientIds', 0]],
])('%s is refused with its path', async (_, input, path) => {
  const owner = testing.as(person('OWNER'));
  expect(await owner.refusal(RULE, { input: { version: 0, ...input } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path,
  });
});

test('an alert reaches those who follow and a webhook within seconds, by itself, and its end does too', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  await owner.run(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }',
    { input: { url: `${receiver.url}/alerts`, eventTypes: ['alert.raised', 'alert.recovered'] } },
  );
  const follow = (after?: string) =>
    owner.follow(
      'subscription ($t: ID!, $after: Cursor) { alertRaised(tenantId: $t, after: $after) { cursor kind alert { kind value source target } } }',
      { t: tenant, after },
    );
  const changes = await follow();
  const next = changes.next();
  await count(tenant, { acknowledged: 9, failed: 1 });
  const change = { kind: 'RAISED', alert: { kind: 'SUCCESS_RATE', value: 90, source: 'crm', target: 'hr' } };
  const first = await next;
  expect(first).toMatchObject({ value: { data: { alertRaised: change } } });
  await changes.return?.();
  const [told] = await receiver.next('/alerts');
  expect(JSON.parse(told?.body ?? '')).toMatchObject({
    type: 'alert.raised',
    data: { kind: 'SUCCESS_RATE', value: 90, threshold: 95, emails: 'OWNERS', letters: 'OWNERS' },
  });
  await count(tenant, { acknowledged: 990 });
  await receiver.next('/alerts', 2);
  const { cursor } = (first.value as { data: { alertRaised: { cursor: string } } }).data.alertRaised;
  const resumed = await follow(cursor);
  expect(await resumed.next()).toMatchObject({ value: { data: { alertRaised: { kind: 'RECOVERED' } } } });
  await resumed.return?.();
}, 30_000);

test('whether e-mails are sent can be said and read by its name of before', async () => {
  const owner = testing.as(person('OWNER'));
  const input = { kind: 'SUCCESS_RATE', version: 0, sendsLetters: false };
  expect(await owner.run(RULE, { input })).toMatchObject({ updateAlertRule: { sendsEmails: false, version: 1 } });
  const before = 'alertRules { kind sendsEmails sendsLetters }';
  const { alertRules } = await owner.ofTenant<{ alertRules: { kind: string }[] }>(before);
  expect(alertRules).toContainEqual({ kind: 'SUCCESS_RATE', sendsEmails: false, sendsLetters: false });
});

test('a muted rule raises its alert and asks for no e-mail; then e-mails go to whom it names', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  const told = async (nth: number) => JSON.parse((await receiver.next('/muted', nth))[nth - 1]?.body ?? '').data;
  await owner.run(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }',
    { input: { url: `${receiver.url}/muted`, eventTypes: ['alert.raised', 'alert.recovered'] } },
  );
  const input = { kind: 'SUCCESS_RATE', version: 0, mutedUntil: new Date(Date.now() + MINUTE_MS).toISOString() };
  await owner.run(RULE, { input });
  await count(tenant, { acknowledged: 9, failed: 1 });
  await evaluate();
  expect(await told(1)).not.toHaveProperty('emails');
  expect(await alertsOf(owner, true)).toHaveLength(1);
  const recipientIds = [owner.viewer.id];
  await owner.run(RULE, { input: { ...input, version: 1, mutedUntil: new Date().toISOString(), recipientIds } });
  await count(tenant, { acknowledged: 990 });
  await evaluate();
  expect(await told(2)).toMatchObject({ emails: recipientIds });
});

test('the first who takes note of an alert is the one; that of another tenant is not there', async () => {
  const owner = testing.as(person('OWNER'));
  await count(tenantOf(owner), { acknowledged: 9, failed: 1 });
  await evaluate();
  const [alert] = await alertsOf(owner);
  const NOTE = 'mutation ($id: ID!) { acknowledgeAlert(id: $id) { acknowledgedAt acknowledgedById } }';
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(NOTE, { id: alert?.id })).toMatchObject({ code: 'NOT_FOUND' });
  const noted = await owner.run(NOTE, { id: alert?.id });
  expect(noted).toMatchObject({ acknowledgeAlert: { acknowledgedById: owner.viewer.id } });
  const colleague = testing.as(person('MANAGER', tenantOf(owner)));
  expect(await colleague.run(NOTE, { id: alert?.id })).toEqual(noted);
});

test('evaluation takes as many statements for many tenants as for few, and lists for many alerts as for few', async () => {
  const quiet = () => testing.countSql(evaluate);
  await evaluate();
  const few = await quiet();
  for (let i = 0; i < 5; i += 1) await count(uuidv7(), { acknowledged: 5 });
  await vi.waitFor(async () => expect(await quiet()).toBe(few));
});

test('a tenant whose counters cannot be read, or whose alert cannot be kept, holds up no other', async () => {
  const [unreadable, unkept, owner] = [uuidv7(), uuidv7(), testing.as(person('OWNER'))];
  await redis.set(totalsKey(unreadable), 'no counters');
  await redis.sadd(CHANNELS_KEY, `${unreadable} crm>hr`);
  const minute = minuteKey(unkept, Math.floor(Date.now() / MINUTE_MS));
  for (const key of [minute, totalsKey(unkept)]) await redis.hincrby(key, 'c\0rm>hr|failed', 50);
  await redis.sadd(CHANNELS_KEY, `${unkept} c\0rm>hr`);
  await count(tenantOf(owner), { acknowledged: 1_000, failed: 11 });
  await evaluate();
  expect(await alertsOf(owner)).toMatchObject([{ kind: 'FAILED_EVENTS', value: 11 }]);
  await redis.del(totalsKey(unreadable), totalsKey(unkept), minute);
});
