import { applicationKey, offKey, outsideKey, totalsKey } from '@mycelium/bus/keys';
import { leaseDeliveries, TakenAtHome } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { systemCall } from '@mycelium/kit/context';
import { makeEvent } from '@mycelium/kit/outbox';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { menuItemAdded } from '@mycelium/schema/subgraphs/restaurant';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { purge } from './purge.ts';
import { EventSettings } from './settings.ts';
import { leaveToPrograms, repairSettings, takeHome } from './write-settings.ts';

const SETTINGS = 'eventSettings { version mode attempts acknowledgeWithinMs breakerFailures }';
const UPDATE = `mutation ($input: UpdateEventSettingsInput!) { updateEventSettings(input: $input) { version mode attempts } }`;
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }`;
const PULL = `mutation ($application: String! = "hr") { pullEvents(application: $application, consumer: "test") { event { eventId } } }`;
const FAIL = `mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "Why not") }`;
const ACKNOWLEDGE = `mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }`;
const TURN = (what: string) =>
  `mutation { ${what}(source: "crm", target: "hr") { isPaused pausedAt pausedBy { kind id } pending } }`;
const CONSUMER = `mutation ($consumer: ConsumerPlace!, $application: String! = "SMP") {
  setConsumer(application: $application, consumer: $consumer) { name hasHome consumer }
}`;
const user = { entityId: 'user-456', email: 'john.doe@company.com', department: 'engineering' };

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

function house() {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  const as = (application: string): TestViewer =>
    testing.as({
      kind: 'client',
      id: uuidv7(),
      tenantId: t,
      scopes: ['events:publish', 'events:consume'],
      application,
    });
  const publish = async () => {
    const input = { eventType: 'user.created', payload: user };
    return (await as('crm').run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
  };
  const pull = async () =>
    (await as('hr').run<{ pullEvents: { event: { eventId: string } }[] }>(PULL)).pullEvents.map(
      ({ event }) => event.eventId,
    );
  const rows = (id: string) =>
    testing.subgraph.work(({ em }) => em.execute('select status from events.event_tracking where event_id = ?', [id]));
  return { owner, t, hr: as('hr'), as, publish, pull, rows };
}

test('a house has the usual settings until it changes them, by the version it has seen', async () => {
  const { owner, t } = house();
  expect(await owner.ofTenant(SETTINGS, { t })).toEqual({
    eventSettings: {
      version: 0,
      mode: 'ZERO_DB_SUCCESS',
      attempts: 8,
      acknowledgeWithinMs: 86_400_000,
      breakerFailures: 10,
    },
  });
  expect(await owner.run(UPDATE, { input: { version: 0, attempts: 3 } })).toMatchObject({
    updateEventSettings: { version: expect.any(Number), attempts: 3 },
  });
  const { eventSettings } = await owner.ofTenant<{ eventSettings: { version: number } }>(SETTINGS, { t });
  expect(await owner.refusal(UPDATE, { input: { version: 0, attempts: 4 } })).toMatchObject({ code: 'CONFLICT' });
  const { version } = eventSettings;
  expect(await owner.run(UPDATE, { input: { version, mode: 'FULL_HISTORY' } })).toMatchObject({
    updateEventSettings: { mode: 'FULL_HISTORY', attempts: 3 },
  });
  expect(await owner.refusal(UPDATE, { input: { version, attempts: 0 } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['input', 'attempts'],
  });
  await expect(testing.as(person('OWNER')).ofTenant(SETTINGS, { t })).rejects.toThrow('NOT_FOUND');
});

test('what a house says counts for what comes from then on, and is written to Redis again when it was lost', async () => {
  const { owner, t, hr, publish, pull } = house();
  await owner.run(UPDATE, { input: { version: 0, attempts: 1, breakerFailures: 1 } });
  const fail = async () => {
    const id = await publish();
    await pull();
    return hr.run(FAIL, { id });
  };
  expect(await fail()).toEqual({ failEvent: 'FAILED' });
  expect(await redis.hget(applicationKey(t, 'hr'), 'breaker')).toBe('OPEN');
  await owner.run('mutation { closeBreaker(application: "hr") { breaker } }');
  await redis.del(`mycelium:bus:settings:${t}`);
  expect(await fail()).toEqual({ failEvent: 'RETRYING' });
  await testing.subgraph.work(repairSettings);
  expect(await fail()).toEqual({ failEvent: 'FAILED' });
});

test('a mode that keeps less removes what it does not keep, and none that failed', async () => {
  const { owner, hr, t, publish, rows } = house();
  await owner.run(UPDATE, { input: { version: 0, mode: 'THIRTY_DAYS' } });
  const [young, old] = [await publish(), await publish()];
  for (const id of [young, old]) await hr.run(ACKNOWLEDGE, { id });
  for (const id of [young, old])
    await vi.waitFor(async () => expect(await rows(id)).toEqual([{ status: 'ACKNOWLEDGED' }]));
  await testing.subgraph.work(({ em }) =>
    em.execute(`update events.event_tracking set ended_at = now() - interval '31 days' where event_id = ?`, [old]),
  );
  const failed = await publish();
  await hr.run('mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "x", mayRetry: false) }', {
    id: failed,
  });
  await vi.waitFor(async () => expect(await rows(failed)).toEqual([{ status: 'FAILED' }]));
  await testing.subgraph.work(purge);
  expect([await rows(young), await rows(old)]).toEqual([[{ status: 'ACKNOWLEDGED' }], []]);
  const { eventSettings } = await owner.ofTenant<{ eventSettings: { version: number } }>(SETTINGS, { t });
  await owner.run(UPDATE, { input: { version: eventSettings.version, mode: 'ZERO_DB_SUCCESS' } });
  await testing.subgraph.work(purge);
  expect([await rows(young), await rows(failed)]).toEqual([[], [{ status: 'FAILED' }]]);
});

test('what is published while a channel is stopped waits; everybody sees who stopped it', async () => {
  const { owner, t, publish, pull } = house();
  expect(await owner.run(TURN('pauseChannel'))).toMatchObject({
    pauseChannel: { isPaused: true, pausedAt: expect.any(String), pausedBy: { kind: 'user', id: owner.viewer.id } },
  });
  const id = await publish();
  expect(await pull()).toEqual([]);
  const MATRIX = `communicationMatrix {
    channels { isPaused pending } advice { code subjects { source target events } text } recommendations
  }`;
  const text = 'Resume crm → hr when it may go on: events wait there.';
  const subjects = [{ source: 'crm', target: 'hr', events: 1 }];
  expect(await owner.ofTenant(MATRIX, { t })).toMatchObject({
    communicationMatrix: {
      channels: expect.arrayContaining([{ isPaused: true, pending: 1 }]),
      advice: [{ code: 'PAUSED_WITH_WORK', subjects, text }],
      recommendations: [text],
    },
  });
  expect(await owner.run(TURN('resumeChannel'))).toMatchObject({ resumeChannel: { isPaused: false, pausedAt: null } });
  expect(await pull()).toEqual([id]);
  expect(await owner.refusal('mutation { pauseChannel(source: "crm", target: "nobody") { isPaused } }')).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['target'],
  });
});

test('a breaker that is closed by hand hands out at once', async () => {
  const { owner, t, publish, pull } = house();
  const id = await publish();
  await redis.hset(applicationKey(t, 'hr'), { breaker: 'OPEN', openUntil: Date.now() + 60_000, since: Date.now() });
  expect(await pull()).toEqual([]);
  expect(await owner.run('mutation { closeBreaker(application: "hr") { application breaker pending } }')).toEqual({
    closeBreaker: { application: 'hr', breaker: 'CLOSED', pending: 1 },
  });
  expect(await pull()).toEqual([id]);
});

test('what the platform answers for is handed outside only when somebody said so, and taken back', async () => {
  const { owner, as } = house();
  const smp = as('SMP');
  expect(await smp.refusal(PULL, { application: 'SMP' })).toMatchObject({ code: 'CONFLICT' });
  expect(await owner.run(CONSUMER, { consumer: 'OUTSIDE' })).toEqual({
    setConsumer: { name: 'SMP', hasHome: true, consumer: 'OUTSIDE' },
  });
  expect(await smp.run(PULL, { application: 'SMP' })).toEqual({ pullEvents: [] });
  await owner.run(CONSUMER, { consumer: 'HOME' });
  expect(await smp.refusal(PULL, { application: 'SMP' })).toMatchObject({ code: 'CONFLICT' });
  const { applications } = await owner.run<{ applications: { name: string }[] }>(
    '{ applications { name hasHome consumer } }',
  );
  expect(applications).toEqual(
    expect.arrayContaining([
      { name: 'SMP', hasHome: true, consumer: 'HOME' },
      { name: 'hr', hasHome: false, consumer: 'OUTSIDE' },
    ]),
  );
  expect(await owner.refusal(CONSUMER, { consumer: 'HOME', application: 'hr' })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('a program that follows is told when the platform takes its events, and has none from that moment', async () => {
  const { owner, t, as } = house();
  await owner.run(CONSUMER, { consumer: 'OUTSIDE' });
  const live = await as('SMP').follow(
    'subscription { eventReceived(application: "SMP", consumer: "one") { event { eventId } } }',
  );
  const told = live.next().then(
    () => 'an event',
    (error: unknown) => error,
  );
  await owner.run(CONSUMER, { consumer: 'HOME' });
  expect(await told).toMatchObject({ extensions: { code: 'CONFLICT', reason: 'TAKEN_AT_HOME' } });
  const lease = { tenant: t, application: 'SMP', consumer: 'one', leaseMs: 1_000, most: 1, isOutside: true };
  await expect(leaseDeliveries(redis, lease)).rejects.toThrow(TakenAtHome);
});

test('what takes the events of an application keeps them when a subgraph begins to answer for it, if that was said before', async () => {
  const { owner, t } = house();
  const set = (consumer: string) => owner.ask(CONSUMER, { consumer, application: 'hr' });
  expect(await set('OUTSIDE')).toMatchObject({ data: { setConsumer: { hasHome: false, consumer: 'OUTSIDE' } } });
  // This is where the home of an application looks before it leases.
  await vi.waitFor(async () => expect(await redis.sismember(outsideKey('hr'), t)).toBe(1));
  expect(await set('HOME')).toMatchObject({ errors: [{ extensions: { reason: 'NO_HOME' } }] });
});

test('what was left to programs comes home once the platform answers for it, unless somebody has said anything since', async () => {
  const { work } = testing.subgraph;
  const [untouched, touched] = [house(), house()];
  const seeded = ['hr', 'crm', 'affiliate'];
  const outsideOf = async ({ t }: { t: string }) => {
    const [row] = await work(({ em }) => em.find(EventSettings, { tenantId: t }));
    const asked = await Promise.all(seeded.map((name) => redis.sismember(outsideKey(name), t)));
    return [row?.outside.toSorted(), seeded.filter((_, index) => asked[index] === 1).toSorted()];
  };
  // As a demo of before their home was made.
  for (const { t } of [untouched, touched])
    await work(async (ctx) => {
      ctx.em.create(EventSettings, { tenantId: t, outside: seeded });
    });
  await work(repairSettings);
  await touched.owner.run(UPDATE, { input: { version: 1, attempts: 7 } });
  for (const { t } of [untouched, touched])
    await work(async (ctx) => {
      await leaveToPrograms(ctx, t, ['hr']);
      await takeHome(ctx, t, ['crm', 'affiliate']);
    });
  expect(await outsideOf(untouched)).toEqual([['hr'], ['hr']]);
  const kept = seeded.toSorted();
  expect(await outsideOf(touched)).toEqual([kept, kept]);
  // Once more changes nothing, and what somebody says afterwards counts.
  await work((ctx) => takeHome(ctx, untouched.t, ['crm', 'affiliate']));
  await untouched.owner.run(CONSUMER, { consumer: 'OUTSIDE', application: 'crm' });
  await work((ctx) => takeHome(ctx, untouched.t, ['crm', 'affiliate']));
  expect((await outsideOf(untouched))[0]).toEqual(['crm', 'hr']);
});

test('a product that is switched off is sent nothing until it is on again', async () => {
  const { owner, t } = house();
  const turn = (status: 'OFF' | 'ACTIVE') =>
    testing.subgraph.work(async (ctx) =>
      ctx.publish(serviceChanged, { serviceId: uuidv7(), product: 'SMP', status }, t),
    );
  const isOff = async (expected: number) =>
    vi.waitFor(async () => expect(await redis.sismember(offKey(t), 'SMP')).toBe(expected));
  const told = async () => {
    const payload = { itemId: uuidv7(), sectionId: uuidv7() };
    const event = makeEvent(menuItemAdded, payload, { feed: t, call: systemCall(t) });
    await publishToBus(redis, [{ event, targets: ['SMP'] }]);
    const HEALTH = 'interAppHealth { application pending }';
    const { interAppHealth } = await owner.ofTenant<{ interAppHealth: { application: string; pending: number }[] }>(
      HEALTH,
      { t },
    );
    return interAppHealth.find(({ application }) => application === 'SMP')?.pending ?? 0;
  };
  const MATRIX = `communicationMatrix { channels { target standing isOff } } interAppHealth { application standing isOff }`;
  const shown = async () => {
    const { communicationMatrix, interAppHealth } = await owner.ofTenant<{
      communicationMatrix: { channels: { target: string }[] };
      interAppHealth: { application: string }[];
    }>(MATRIX, { t });
    const { applications } = await owner.run<{ applications: { name: string; isOff: boolean }[] }>(
      '{ applications { name isOff } }',
    );
    return {
      channel: communicationMatrix.channels.find(({ target }) => target === 'SMP'),
      health: interAppHealth.find(({ application }) => application === 'SMP'),
      isOff: applications.find(({ name }) => name === 'SMP')?.isOff,
    };
  };
  await redis.hset(totalsKey(t), 'ORDERING>SMP|acknowledged', 1);
  await turn('OFF');
  await isOff(1);
  expect(await told()).toBe(0);
  expect(await shown()).toMatchObject({
    channel: { standing: 'OFF', isOff: true },
    health: { standing: 'OFF', isOff: true },
    isOff: true,
  });
  const input = { eventType: 'config.updated', payload: { key: 'theme' } };
  const published = await owner.run<{ publishEvent: { targets: string[] } }>(
    'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { targets } }',
    { input },
  );
  expect(published.publishEvent.targets).not.toContain('SMP');
  await turn('ACTIVE');
  await isOff(0);
  expect(await told()).toBe(1);
  expect(await shown()).toMatchObject({ channel: { standing: 'WAITING', isOff: false }, isOff: false });
});
