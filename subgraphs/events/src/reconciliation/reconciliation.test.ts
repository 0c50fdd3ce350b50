import { settingsKey, totalsKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { reconcileAll, sweepAll } from './reconcile.ts';

const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }`;
const FAIL = `mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "Why not", mayRetry: false) }`;
const FOUND = `channels gaveUp repairs { source target counter said is }`;
const RECONCILE = `mutation ($t: ID!) { reconcileEvents(tenantId: $t) { tenantId ${FOUND} } }`;
const ALL = `reconciliations { totalCount edges { node { ${FOUND} by { kind id } } } }`;
const LAST = `reconciliation { ${FOUND} }`;
const input = { eventType: 'user.created', payload: { entityId: 'user-456', email: 'john.doe@company.com' } };

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
  const scopes = ['events:publish', 'events:consume'];
  const as = (application: string): TestViewer =>
    testing.as({ kind: 'client', id: uuidv7(), tenantId: t, scopes, application });
  const publish = async () =>
    (await as('crm').run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
  const status = () =>
    testing.subgraph.work(({ em }) =>
      em.execute<{ status: string }[]>(
        `select status from events.event_tracking where tenant_id = ? and source_application = 'crm'`,
        [t],
      ),
    );
  return { owner, t, hr: as('hr'), publish, status };
}

const crmToHr = { source: 'crm', target: 'hr' };

test('counters that went wrong are put right, and it is said which', async () => {
  const { owner, t, hr, publish, status } = house();
  expect(await owner.ofTenant(LAST)).toEqual({ reconciliation: null });
  const [id] = [await publish(), await publish()];
  await hr.run(FAIL, { id });
  await vi.waitFor(async () => expect(await status()).toEqual([{ status: 'FAILED' }]));
  await redis.hset(totalsKey(t), { 'crm>hr|pending': 7, 'crm>hr|retrying': 3, 'crm>hr|stored': 5 });
  const found = {
    channels: expect.any(Number),
    gaveUp: 0,
    repairs: expect.arrayContaining([
      { ...crmToHr, counter: 'pending', said: 7, is: 1 },
      { ...crmToHr, counter: 'retrying', said: 3, is: 0 },
      { ...crmToHr, counter: 'stored', said: 5, is: 1 },
    ]),
  };
  // What the keeper still writes, of any house, is waited for by the comparison.
  await vi.waitFor(async () => expect(await redis.xlen('mycelium:bus:keep')).toBe(0));
  expect(await owner.run(RECONCILE, { t })).toEqual({ reconcileEvents: { tenantId: t, ...found } });
  expect(await owner.ofTenant(LAST)).toEqual({ reconciliation: found });
  const HEALTH = 'communicationMatrix { totalFailedEventsStored channels { source target pending retrying } }';
  expect(await owner.ofTenant(HEALTH, { t })).toMatchObject({
    communicationMatrix: {
      totalFailedEventsStored: 1,
      channels: expect.arrayContaining([{ ...crmToHr, pending: 1, retrying: 0 }]),
    },
  });
  const statements = await testing.countSql(() => owner.ofTenant(ALL));
  expect(await owner.run(RECONCILE, { t })).toMatchObject({ reconcileEvents: { repairs: [] } });
  expect(await testing.countSql(() => owner.ofTenant(ALL))).toBe(statements);
  const by = { kind: 'user', id: owner.viewer.id };
  expect(await owner.ofTenant(ALL)).toMatchObject({
    reconciliations: { totalCount: 2, edges: [{ node: { repairs: [], by } }, { node: { ...found, by } }] },
  });
  const stranger = testing.as(person('OWNER'));
  for (const fields of [ALL, LAST]) await expect(stranger.ofTenant(fields, { t })).rejects.toThrow('NOT_FOUND');
});

test('what comes round by itself is shown without a name, and of those that found nothing the last one is kept', async () => {
  const { owner, t, publish } = house();
  await publish();
  await owner.run(RECONCILE, { t });
  await testing.subgraph.work(({ em }) =>
    em.execute(`update events.reconciliation set at = now() - interval '8 days' where tenant_id = ?`, [t]),
  );
  await testing.subgraph.work(reconcileAll);
  const quiet = { node: { by: null, repairs: [] } };
  expect(await owner.ofTenant(ALL)).toMatchObject({ reconciliations: { totalCount: 1, edges: [quiet] } });
  await redis.hset(totalsKey(t), 'crm>hr|retrying', 3);
  await testing.subgraph.work(reconcileAll);
  for (let round = 0; round < 2; round += 1) await testing.subgraph.work(reconcileAll);
  const found = { node: { by: null, repairs: [{ ...crmToHr, counter: 'retrying', said: 3, is: 0 }] } };
  expect(await owner.ofTenant(ALL)).toMatchObject({ reconciliations: { totalCount: 2, edges: [quiet, found] } });
});

test('what nobody acknowledged in time is given up, by one process at a time', async () => {
  const { owner, t, publish, status } = house();
  await publish();
  await testing.subgraph.work(async (ctx) => {
    await ctx.em.execute("select pg_advisory_xact_lock(hashtextextended('events sweep', 2))");
    await redis.hset(settingsKey(t), 'acknowledgeWithinMs', 0);
    await testing.subgraph.work(sweepAll);
    expect(await redis.hget(totalsKey(t), 'crm>hr|pending')).toBe('1');
  });
  await testing.subgraph.work(sweepAll);
  expect(await redis.hget(totalsKey(t), 'crm>hr|pending')).toBe('0');
  await vi.waitFor(async () => expect(await status()).toEqual([{ status: 'TIMEOUT' }]));
  await publish();
  await vi.waitFor(
    async () => expect(await owner.run(RECONCILE, { t })).toMatchObject({ reconcileEvents: { gaveUp: 1 } }),
    5_000,
  );
});
