import { applicationKey, outsideKey, unusedKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { type Counting, countingIn } from './counting.testing.ts';
import { evaluateAlerts } from './evaluate.ts';

const OPEN = 'alerts(open: true) { edges { node { kind source target } } }';
const RULE = 'mutation ($input: UpdateAlertRuleInput!) { updateAlertRule(input: $input) { version } }';

let testing: TestSubgraph;
let redis: Redis;
let counting: Counting;

beforeAll(async () => {
  testing = await testSubgraph(events);
  redis = new Redis(testing.redisUrl);
  counting = countingIn(redis);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

const tenantOf = ({ viewer }: TestViewer): string => viewer.tenantId ?? '';

/** The alerts that are open, as `KIND source>target`. */
async function open(owner: TestViewer): Promise<string[]> {
  const { alerts } = await owner.ofTenant<{
    alerts: { edges: { node: { kind: string; source: string | null; target: string } }[] };
  }>(OPEN);
  return alerts.edges.map(({ node: { kind, source, target } }) => `${kind} ${source ?? ''}>${target}`).toSorted();
}

/** Looks as the job does, once nobody else does. */
async function evaluate(): Promise<void> {
  await testing.subgraph.work(async (ctx) => {
    await ctx.em.execute("select pg_advisory_xact_lock(hashtextextended('events alerts', 2))");
    await evaluateAlerts(ctx);
  });
}

test('a product that is switched off has no alerts: those that stand end at once, and begin again when it is on', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  const turn = (status: 'OFF' | 'ACTIVE') =>
    testing.subgraph.work(async (ctx) =>
      ctx.publish(serviceChanged, { serviceId: uuidv7(), product: 'SMP', status }, tenant),
    );
  await counting.waitIn(tenant, 'ORDERING>SMP', 11);
  await counting.countIn(tenant, 'ORDERING>SMP', { failed: 11 });
  await redis.hset(applicationKey(tenant, 'SMP'), 'breaker', 'OPEN');
  await evaluate();
  const inChannel = ['CHANNEL_STOPPED', 'FAILED_EVENTS', 'PENDING_AGE', 'SUCCESS_RATE'];
  const all = ['BREAKER_OPEN >SMP', ...inChannel.map((kind) => `${kind} ORDERING>SMP`)];
  expect(await open(owner)).toEqual(all);
  await turn('OFF');
  await vi.waitFor(async () => expect(await open(owner)).toEqual([]));
  await turn('ACTIVE');
  await vi.waitFor(async () => expect(await open(owner)).toEqual(all));
});

test("what waits for a product that the tenant never had is nobody's, unless a program of the tenant takes it", async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  await redis.sadd(unusedKey(tenant), 'WEB_HOSTING');
  await counting.waitIn(tenant, 'ORDERING>WEB_HOSTING', 6);
  await evaluate();
  expect(await open(owner)).toEqual([]);
  await redis.sadd(outsideKey('WEB_HOSTING'), tenant);
  await evaluate();
  expect(await open(owner)).toEqual(['PENDING_AGE ORDERING>WEB_HOSTING']);
});

test("what is sent to every application is nobody's where the tenant never ran a program for one; what names the application waits", async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  await counting.waitIn(tenant, 'system>hr', 11);
  await counting.countIn(tenant, 'system>hr', { timeout: 11 });
  await evaluate();
  expect(await open(owner)).toEqual([]);
  await counting.waitIn(tenant, 'wrapper>hr', 6);
  await evaluate();
  expect(await open(owner)).toEqual(['PENDING_AGE wrapper>hr']);
  await counting.runHr(tenant);
  await evaluate();
  const inChannel = ['CHANNEL_STOPPED', 'FAILED_EVENTS', 'PENDING_AGE', 'SUCCESS_RATE'];
  expect(await open(owner)).toEqual(
    [...inChannel.map((kind) => `${kind} system>hr`), 'PENDING_AGE wrapper>hr'].toSorted(),
  );
});

test('an application that the tenant registered is meant to take what is sent to it, though its program never came', async () => {
  const owner = testing.as(person('OWNER'));
  await owner.run('mutation { registerApplication(input: { name: "oven", description: "Bakes." }) { name } }');
  await counting.waitIn(tenantOf(owner), 'system>oven', 6);
  await evaluate();
  expect(await open(owner)).toEqual(['PENDING_AGE system>oven']);
});

test('what the platform takes itself has a minute, however soon the rule wants an alert; what a program takes has not', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = tenantOf(owner);
  for (const kind of ['PENDING_AGE', 'CHANNEL_STOPPED'])
    await owner.run(RULE, { input: { kind, version: 0, threshold: 0.001 } });
  await counting.waitIn(tenant, 'system>wrapper', 0.5);
  await counting.waitIn(tenant, 'ORDERING>oven', 0.5);
  await evaluate();
  expect(await open(owner)).toEqual(['CHANNEL_STOPPED ORDERING>oven', 'PENDING_AGE ORDERING>oven']);
  const another = testing.as(person('OWNER'));
  await counting.waitIn(tenantOf(another), 'system>wrapper', 6);
  await evaluate();
  expect(await open(another)).toEqual(['PENDING_AGE system>wrapper']);
});
