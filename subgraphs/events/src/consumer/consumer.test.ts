import { outsideKey } from '@mycelium/bus/keys';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepPrograms } from '../settings/keep-programs.ts';
import { events } from '../subgraph.ts';

const CONSUMERS = 'eventConsumers { application place lastSeenAt workers pending inFlight acknowledgedLastHour }';
const PULL = `mutation ($application: String!, $consumer: String! = "one") { pullEvents(application: $application, consumer: $consumer) { event { eventId } } }`;
const ALLOCATE = `mutation ($application: String!, $key: String!) {
  allocateCredits(application: $application, amount: 5, idempotencyKey: $key) { eventId }
}`;

interface Consumer {
  application: string;
  place: string;
  lastSeenAt: string | null;
  workers: number;
  pending: number;
  inFlight: number;
  acknowledgedLastHour: number;
}

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(async () => {
  await testing.close();
});

const program = (application: string, tenantId: string): TestViewer =>
  testing.as({ kind: 'client', id: uuidv7(), tenantId, application, scopes: ['events:consume'] });

async function consumerOf(by: TestViewer, application: string): Promise<Consumer | undefined> {
  const { eventConsumers } = await by.ofTenant<{ eventConsumers: Consumer[] }>(CONSUMERS, { t: by.viewer.tenantId });
  return eventConsumers.find((each) => each.application === application);
}

test('each application has a line: where it runs, when it was seen, what it has in hand and has done', async () => {
  const tenant = uuidv7();
  const by = testing.as(person('OWNER', tenant));
  expect(await consumerOf(by, 'hr')).toEqual({
    ...{ application: 'hr', place: 'OUTSIDE', lastSeenAt: null, workers: 0 },
    ...{ pending: 0, inFlight: 0, acknowledgedLastHour: 0 },
  });
  await by.run(ALLOCATE, { application: 'hr', key: 'one' });
  await vi.waitFor(async () => expect(await consumerOf(by, 'hr')).toMatchObject({ pending: 1, inFlight: 0 }));
  const hr = program('hr', tenant);
  const { pullEvents } = await hr.run<{ pullEvents: { event: { eventId: string } }[] }>(PULL, {
    application: 'hr',
  });
  const seen = await consumerOf(by, 'hr');
  expect(seen).toMatchObject({ place: 'OUTSIDE', workers: 1, pending: 1, inFlight: 1 });
  expect(Date.now() - Date.parse(seen?.lastSeenAt ?? '')).toBeLessThan(10_000);
  await hr.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', {
    id: pullEvents[0]?.event.eventId,
  });
  expect(await consumerOf(by, 'hr')).toMatchObject({ pending: 0, inFlight: 0, acknowledgedLastHour: 1 });
  // A second process with the same key, and one with another key, share the work.
  await hr.run(PULL, { application: 'hr', consumer: 'two' });
  await program('hr', tenant).run(PULL, { application: 'hr' });
  expect(await consumerOf(by, 'hr')).toMatchObject({ workers: 3 });
  const stranger = testing.as(person('OWNER'));
  await expect(stranger.ofTenant(CONSUMERS, { t: tenant })).rejects.toThrow('NOT_FOUND');
});

test('the system runs at home, until somebody says that a program of the tenant takes its events', async () => {
  const tenant = uuidv7();
  const by = testing.as(person('OWNER', tenant));
  await by.run(ALLOCATE, { application: 'system', key: 'one' });
  await vi.waitFor(async () =>
    expect(await consumerOf(by, 'system')).toMatchObject({ place: 'HOME', pending: 0, acknowledgedLastHour: 1 }),
  );
  expect((await consumerOf(by, 'system'))?.lastSeenAt).not.toBeNull();
  expect(await program('system', tenant).refusal(PULL, { application: 'system' })).toMatchObject({ code: 'CONFLICT' });
  await by.run('mutation { setConsumer(application: "system", consumer: OUTSIDE) { name } }');
  await program('system', tenant).run(PULL, { application: 'system' });
  expect(await consumerOf(by, 'system')).toMatchObject({ place: 'OUTSIDE' });
  await by.run(ALLOCATE, { application: 'system', key: 'two' });
  await vi.waitFor(async () => expect(await consumerOf(by, 'system')).toMatchObject({ pending: 1 }));
  await by.run('mutation { setConsumer(application: "system", consumer: HOME) { name } }');
  await vi.waitFor(
    async () =>
      expect(await consumerOf(by, 'system')).toMatchObject({ place: 'HOME', pending: 0, acknowledgedLastHour: 2 }),
    { interval: 100 },
  );
}, 20_000);

test('the hub, which hears the acknowledgments of all others, has its line as well', async () => {
  const by = testing.as(person('OWNER'));
  for (const application of ['wrapper', 'crm', 'hr', 'affiliate', 'system'])
    expect(await consumerOf(by, application)).toMatchObject({ application });
  expect(await consumerOf(by, 'wrapper')).toMatchObject({ place: 'HOME' });
  await vi.waitFor(async () => expect(await consumerOf(by, 'system')).toMatchObject({ workers: 1 }));
});

test('a program at work keeps its events when a subgraph begins to answer for its application; who only tries things out is none', async () => {
  const [working, trying] = [uuidv7(), uuidv7()];
  const redis = new Redis(testing.redisUrl);
  const isTheirs = async (tenant: string) => (await redis.sismember(outsideKey('hr'), tenant)) === 1;
  for (const tenant of [working, trying])
    await testing.as(person('OWNER', tenant)).run(ALLOCATE, { application: 'hr', key: 'one' });
  await program('hr', working).run(PULL, { application: 'hr' });
  await testing.as(person('OWNER', trying)).run(PULL, { application: 'hr' });
  await vi.waitFor(async () =>
    expect(await consumerOf(testing.as(person('OWNER', trying)), 'hr')).toMatchObject({ pending: 1 }),
  );
  await testing.subgraph.work(async (ctx) => enqueue(ctx, keepPrograms, {}));
  // This is where a home looks before it leases.
  await vi.waitFor(async () => expect(await isTheirs(working)).toBe(true));
  expect(await isTheirs(trying)).toBe(false);
  redis.disconnect();
});

test('an application that is named like what every object has is one like any other', async () => {
  const tenant = uuidv7();
  const by = testing.as(person('OWNER', tenant));
  await by.run('mutation { registerApplication(input: { name: "constructor", description: "Builds." }) { name } }');
  expect(await consumerOf(by, 'constructor')).toMatchObject({ place: 'OUTSIDE', lastSeenAt: null });
  await program('constructor', tenant).run(PULL, { application: 'constructor' });
  expect(await consumerOf(by, 'constructor')).toMatchObject({ workers: 1, lastSeenAt: expect.any(String) });
  const { applications } = await by.run<{ applications: { name: string; isBuiltIn: boolean }[] }>(
    '{ applications { name isBuiltIn } }',
  );
  expect(applications.find(({ name }) => name === 'constructor')).toEqual({ name: 'constructor', isBuiltIn: false });
});
