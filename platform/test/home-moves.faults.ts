import { applications, type Suite, startSuite } from '@mycelium/business-suite/suite';
import { crm as subgraph } from '@mycelium/crm/subgraph';
import { demoSuiteKeys } from '@mycelium/database/seed';
import { onAnswer } from '@mycelium/kit/on-answer';
import { type Manifest, type OpenSubgraph, on, openSubgraph } from '@mycelium/kit/subgraph';
import { employeeUpdated } from '@mycelium/schema/outside';
import { partnerRegistered } from '@mycelium/schema/subgraphs/crm/partners';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';
import { networkSecret, quiet } from './open-all.ts';

/** The CRM moves from a program to its subgraph and back, while both are at work and others send it events. */
const LEASE_MS = 3_000;
const atHome: string[] = [];
const heard: unknown[] = [];
let gate = Promise.resolve();

const home: Manifest = {
  ...subgraph,
  reactions: [
    on(employeeUpdated, async (_ctx, { entityId }) => {
      await gate;
      atHome.push(entityId);
      return { employeeId: entityId, place: 'home' };
    }),
  ],
  answers: [
    onAnswer(partnerRegistered, async (_ctx, { event, application, outcome, data }) => {
      heard.push({ partner: event.payload.entityId, application, outcome, data });
    }),
  ],
};

let network: TestNetwork & { subgraphs: Readonly<Record<'crm', OpenSubgraph>> };
let running: OpenSubgraph;
let suite: Suite;
let owner: TestClient;
let tenantId: string;
beforeAll(async () => {
  // Whoever looks after twenty events at once asks more than one address usually may.
  const many = { points: 10_000, seconds: 60 };
  const rates = { address: many, apiKey: many, viewer: many, tenant: many };
  network = await inOneProcess({ manifests: { crm: home }, gateway: { rates } });
  running = network.subgraphs.crm;
  suite = await startSuite({ url: network.url, keys: demoSuiteKeys, plays: applications, leaseMs: LEASE_MS });
  owner = await logIn(network.url, 'owner@las-reinas.test');
  const { viewer } = await owner.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  tenantId = viewer.tenant.id;
}, 60_000);
afterAll(async () => {
  await suite?.close();
  await owner?.close();
  if (running !== network?.subgraphs.crm) await running?.close();
  await network?.close();
});

/** HR sends the CRM an employee. */
const tell = (entityId: string): Promise<string> =>
  suite.programs.hr.publish({ eventType: 'employee.updated', payload: { entityId } });

const MOVE =
  'mutation ($application: String!, $consumer: ConsumerPlace!) { setConsumer(application: $application, consumer: $consumer) { consumer } }';
const move = (consumer: 'HOME' | 'OUTSIDE', application = 'crm') => owner.run(MOVE, { application, consumer });

/** What the CRM answered, where the source reads it. */
const answer = (eventId: string): Promise<Record<string, unknown>> =>
  vi.waitFor(
    async () => {
      const [tracking] = (await suite.programs.hr.tracking(eventId)) as Record<string, unknown>[];
      if (!tracking?.acknowledged) throw new Error(`It is not acknowledged: ${JSON.stringify(tracking)}`);
      return tracking.acknowledgmentData as Record<string, unknown>;
    },
    { timeout: 20_000, interval: 500 },
  );
const answers = (eventIds: readonly string[]) => Promise.all(eventIds.map(answer));

const employees = () => suite.records.crm.employees;
const place = async () => {
  const { viewer } = await owner.run<{
    viewer: { tenant: { eventConsumers: { application: string; place: string }[] } };
  }>('{ viewer { tenant { eventConsumers { application place } } } }');
  return viewer.tenant.eventConsumers.find(({ application }) => application === 'crm')?.place;
};

test('a tenant that has programs of its own for the CRM and the affiliates gives them what comes', async () => {
  expect(await place()).toBe('HOME');
  await move('OUTSIDE');
  await move('OUTSIDE', 'affiliate');
  expect(await place()).toBe('OUTSIDE');
  expect(await answers([await tell('before')])).toEqual([{ application: 'crm', employeeId: 'before' }]);
  expect([...employees().keys()]).toEqual(['before']);
  expect(atHome).toEqual([]);
});

test('moved while events are under way, each is handled once, and the source hears of each', async () => {
  // The program has this one in its hands, and never answers it.
  suite.programs.crm.suffer('hang', 1);
  const told = [await tell('hangs')];
  await vi.waitFor(async () => {
    const [tracking] = (await suite.programs.hr.tracking(told[0] ?? '')) as { attempts: number }[];
    expect(tracking?.attempts).toBe(1);
  });
  for (let n = 0; n < 20; n += 1) {
    told.push(await tell(`moving ${n}`));
    if (n === 8) await move('HOME');
  }
  const places = (await answers(told)).map((answer) => answer.place ?? 'outside');
  const outside = [...employees().keys()].filter((id) => id.startsWith('moving'));
  expect([...atHome, ...outside].toSorted()).toEqual(
    ['hangs', ...Array.from({ length: 20 }, (_, n) => `moving ${n}`)].toSorted(),
  );
  expect(places.filter((each) => each === 'outside')).toHaveLength(outside.length);
  expect(places[0]).toBe('home');
  expect(places.slice(10)).toEqual(Array.from({ length: 11 }, () => 'home'));
  expect(await place()).toBe('HOME');
}, 60_000);

test('while the subgraph has its events, the program of the CRM still tells others, and reads what became of it', async () => {
  const { crm } = suite.programs;
  const eventId = await crm.publish({
    eventType: 'user.created',
    payload: { entityId: 'u-1', email: 'ana@company.com' },
  });
  await vi.waitFor(async () => expect(await crm.tracking(eventId)).toMatchObject([{ acknowledged: true }]));
  await running.work(async (ctx) => ctx.publish(partnerRegistered, { entityId: 'p-1', name: 'La Milpa' }, tenantId));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  const accountId = suite.records.affiliate.accounts.get('p-1')?.id;
  expect(heard).toEqual([
    {
      partner: 'p-1',
      application: 'affiliate',
      outcome: 'ACKNOWLEDGED',
      data: { accountId, application: 'affiliate' },
    },
  ]);
}, 30_000);

test('moved back, the program has what waits and what comes, and what the subgraph has in hand it answers itself', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  const inHand = await tell('in hand');
  await vi.waitFor(async () => {
    const [tracking] = (await suite.programs.hr.tracking(inHand)) as { attempts: number }[];
    expect(tracking?.attempts).toBe(1);
  });
  await move('OUTSIDE');
  const later = [await tell('later 1'), await tell('later 2')];
  expect(await answers(later)).toEqual([
    { application: 'crm', employeeId: 'later 1' },
    { application: 'crm', employeeId: 'later 2' },
  ]);
  resolve();
  expect(await answers([inHand])).toEqual([{ employeeId: 'in hand', place: 'home' }]);
  expect(employees().has('in hand')).toBe(false);
  expect(atHome.filter((id) => id.startsWith('later'))).toEqual([]);
}, 60_000);

test('who has its events is known after a restart too; what came meanwhile waits, and goes where it was said', async () => {
  await running.close();
  expect(await answers([await tell('away')])).toEqual([{ application: 'crm', employeeId: 'away' }]);
  await move('HOME');
  const waiting = await tell('waits');
  running = await openSubgraph(home, {
    ...{ databaseUrl: network.postgres.url, redisUrl: network.redis.url, secret: networkSecret, log: quiet },
  });
  expect(await answers([waiting])).toEqual([{ employeeId: 'waits', place: 'home' }]);
  expect(employees().has('waits')).toBe(false);
  expect(new Set(atHome).size).toBe(atHome.length);
}, 60_000);
