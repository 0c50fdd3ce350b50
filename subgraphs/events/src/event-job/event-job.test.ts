import { offKey, totalsKey } from '@mycelium/bus/keys';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { planEventJobs } from './worker.ts';

const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }`;
const PULL = `mutation { pullEvents(application: "hr", max: 500, consumer: "test") { attempt isReplay event { eventId } } }`;
const FAIL = `mutation ($id: ID!, $reason: String!) { failEvent(eventId: $id, application: "hr", reason: $reason, mayRetry: false) }`;
const ACKNOWLEDGE = `mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }`;
const FAILED = `failedEvents(first: $first, after: $after, filter: $filter) {
  edges { node { id eventId status payload lastError failedAttempts { number consumer error } } }
  pageInfo { hasNextPage endCursor } totalCount
}`;
const FAILED_TAKES = '$first: Int! = 50, $after: String, $filter: StoredEventFilter';
const COUNT = 'countEvents(action: $action, filter: $filter)';
const COUNT_TAKES = '$action: EventAction!, $filter: StoredEventFilter';
const START = `mutation ($action: EventAction!, $filter: StoredEventFilter) { startEventJob(action: $action, filter: $filter) { id status total } }`;
const JOB = `query ($id: ID!) { eventJob(id: $id) { action status total done failed actor { kind id } startedAt endedAt } }`;

const user = { entityId: 'user-456', email: 'john.doe@company.com', department: 'engineering' };

interface Failed {
  failedEvents: {
    edges: { node: { id: string; eventId: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

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

/** A house with so many events that hr could not process; each with a reason of its own. */
async function house(failures: number, settings: { mode?: string } = {}) {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  if (settings.mode) await redis.hset(`mycelium:bus:settings:${t}`, 'mode', settings.mode);
  const [crm, hr] = ['crm', 'hr'].map((application) =>
    testing.as({
      kind: 'client',
      id: uuidv7(),
      tenantId: t,
      scopes: ['events:publish', 'events:consume'],
      application,
    }),
  ) as [TestViewer, TestViewer];
  const ids: string[] = [];
  for (let at = 0; at < failures; at += 1) {
    const { publishEvent } = await crm.run<{ publishEvent: { eventId: string } }>(PUBLISH, {
      input: { eventType: 'user.created', payload: user },
    });
    ids.push(publishEvent.eventId);
    await hr.run(PULL);
    await hr.run(FAIL, { id: publishEvent.eventId, reason: `Department ${at} is missing.` });
  }
  const failed = async (more: Record<string, unknown> = {}) =>
    (await owner.ofTenant<Failed>(FAILED, { t, ...more }, FAILED_TAKES)).failedEvents;
  await vi.waitFor(async () => expect((await failed()).totalCount).toBe(failures));
  const stored = async () => Number(await redis.hget(totalsKey(t), 'crm>hr|stored'));
  const rows = () =>
    testing.subgraph.work(({ em }) =>
      em.execute<{ status: string }[]>(
        `select status from events.event_tracking where tenant_id = ? and source_application = 'crm' order by id`,
        [t],
      ),
    );
  const pull = async () =>
    (await hr.run<{ pullEvents: { attempt: number; isReplay: boolean; event: { eventId: string } }[] }>(PULL))
      .pullEvents;
  const ended = (id: string) =>
    vi.waitFor(async () => {
      const { eventJob } = await owner.run<{ eventJob: Record<string, unknown> }>(JOB, { id });
      expect(['DONE', 'CANCELLED']).toContain(eventJob.status);
      return eventJob;
    });
  const start = async (action: string, filter?: Record<string, unknown>) =>
    (await owner.run<{ startEventJob: { id: string; total: number } }>(START, { action, filter })).startEventJob;
  return { owner, hr, t, ids, failed, stored, rows, pull, ended, start };
}

test('what failed is listed with its payload and attempts, by page and filter, in as many statements for many as for few', async () => {
  const { ids, failed } = await house(3);
  const { edges, pageInfo } = await failed({ first: 2 });
  expect(edges).toMatchObject([
    { node: { eventId: ids[2], status: 'FAILED', payload: user, lastError: 'Department 2 is missing.' } },
    { node: { eventId: ids[1], failedAttempts: [{ number: 1, error: 'Department 1 is missing.' }] } },
  ]);
  expect(pageInfo.hasNextPage).toBe(true);
  expect((await failed({ first: 2, after: pageInfo.endCursor })).edges).toMatchObject([{ node: { eventId: ids[0] } }]);
  const of = async (filter: Record<string, unknown>) =>
    (await failed({ filter })).edges.map(({ node }) => node.eventId);
  expect(await of({ errorContains: 'department 1' })).toEqual([ids[1]]);
  expect(await of({ errorContains: '%' })).toEqual([]);
  expect(await of({ source: 'crm', target: 'hr', type: 'user.created', statuses: ['FAILED'] })).toHaveLength(3);
  expect(await of({ target: 'crm' })).toEqual([]);
  expect(await of({ statuses: ['TIMEOUT'] })).toEqual([]);
  expect(await of({ to: new Date(0).toISOString() })).toEqual([]);
  const few = await testing.countSql(() => failed({ first: 1 }));
  expect(await testing.countSql(() => failed({ first: 3 }))).toBe(few);
  expect(await of({ ids: ['x'] })).toEqual([]);
});

test('a job retries what its filter names, once, and what is acknowledged then leaves no row', async () => {
  const { owner, hr, t, ids, stored, rows, pull, ended, start } = await house(3);
  const filter = { errorContains: 'Department 1' };
  expect(await owner.ofTenant(COUNT, { t, action: 'RETRY', filter }, COUNT_TAKES)).toEqual({ countEvents: 1 });
  expect(await pull()).toEqual([]);
  const job = await start('RETRY', filter);
  expect(job.total).toBe(1);
  expect(await ended(job.id)).toMatchObject({
    status: 'DONE',
    done: 1,
    failed: 0,
    actor: { kind: 'user', id: owner.viewer.id },
    endedAt: expect.any(String),
  });
  expect(await stored()).toBe(2);
  expect(await rows()).toEqual([{ status: 'FAILED' }, { status: 'PUBLISHED' }, { status: 'FAILED' }]);
  expect(await pull()).toMatchObject([{ attempt: 1, isReplay: false, event: { eventId: ids[1] } }]);
  await hr.run(ACKNOWLEDGE, { id: ids[1] });
  await vi.waitFor(async () => expect(await rows()).toHaveLength(2));
});

test('a job discards what its filter names, and its count', async () => {
  const { failed, stored, rows, pull, ended, start } = await house(2);
  await ended((await start('DISCARD')).id);
  expect((await failed()).edges).toEqual([]);
  expect(await rows()).toEqual([]);
  await vi.waitFor(async () => expect(await stored()).toBe(0));
  expect(await pull()).toEqual([]);
});

test('a replay has the same id and its mark; where history is kept, also of what was acknowledged', async () => {
  const { owner, hr, t, ids, pull, ended, start, rows } = await house(1, { mode: 'FULL_HISTORY' });
  const replay = async () => {
    await ended((await start('REPLAY')).id);
    expect(await pull()).toMatchObject([{ isReplay: true, event: { eventId: ids[0] } }]);
    await hr.run(ACKNOWLEDGE, { id: ids[0] });
    await vi.waitFor(async () => expect(await rows()).toEqual([{ status: 'ACKNOWLEDGED' }]));
  };
  await replay();
  expect(await owner.ofTenant(COUNT, { t, action: 'RETRY' }, COUNT_TAKES)).toEqual({ countEvents: 0 });
  expect(await owner.ofTenant(COUNT, { t, action: 'REPLAY' }, COUNT_TAKES)).toEqual({ countEvents: 1 });
  await replay();
});

test('a job that was cancelled does nothing more; one whose worker died goes on where it stopped', async () => {
  const { owner, t, ids, failed, pull, ended } = await house(3);
  const [second] = (await failed({ filter: { errorContains: 'Department 1' } })).edges;
  const make = (status: string) =>
    testing.subgraph.work(async ({ em }) => {
      const id = uuidv7();
      await em.execute(
        `insert into events.event_job (id, tenant_id, action, filter, status, total, done, actor, reached, lease, leased_until)
         values (?, ?, 'RETRY', '{}', ?, 3, 2, '{"kind":"user","id":"x"}', ?, ?, now() - interval '1 second')`,
        [id, t, status, second?.node.id, uuidv7()],
      );
      return id;
    });
  const cancelled = await make('CANCELLED');
  const died = await make('RUNNING');
  // Of a version that knew no tasks, and said by their time that it had them.
  await testing.subgraph.work(async (ctx) => enqueue(ctx, planEventJobs, {}));
  expect(await ended(died)).toMatchObject({ status: 'DONE', done: 3 });
  expect(await pull()).toMatchObject([{ event: { eventId: ids[2] } }]);
  expect(await owner.run(JOB, { id: cancelled })).toMatchObject({ eventJob: { status: 'CANCELLED', done: 2 } });
  const CANCEL = 'mutation ($id: ID!) { cancelEventJob(id: $id) { status } }';
  expect(await owner.refusal(CANCEL, { id: died })).toMatchObject({ code: 'CONFLICT' });
});

test('whoever follows sees a job begin and end', async () => {
  const { owner, t, start } = await house(1);
  const changes = await owner.follow(
    'subscription ($t: ID!) { eventJobChanged(tenantId: $t) { jobId job { status done } } }',
    { t },
  );
  const { id } = await start('DISCARD');
  for await (const { data } of changes) {
    const { jobId, job } = (data as { eventJobChanged: { jobId: string; job: { status: string } } }).eventJobChanged;
    expect(jobId).toBe(id);
    if (job.status === 'DONE') break;
  }
});

test('one by one: retried, replayed and discarded; of another house there is none', async () => {
  const { owner, failed, pull } = await house(2);
  const [first, second] = (await failed()).edges.map(({ node }) => node.id);
  const act = (what: string) => `mutation ($id: ID!) { ${what}(id: $id) { status } }`;
  const stranger = testing.as(person('OWNER'));
  for (const what of ['retryEvent', 'discardEvent', 'replayEvent'])
    expect(await stranger.refusal(act(what), { id: first })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.ofTenant(COUNT, { t: stranger.viewer.tenantId, action: 'RETRY' }, COUNT_TAKES)).toEqual({
    countEvents: 0,
  });
  expect(await owner.run(act('retryEvent'), { id: first })).toEqual({ retryEvent: { status: 'PUBLISHED' } });
  expect(await owner.refusal(act('retryEvent'), { id: first })).toMatchObject({ code: 'CONFLICT' });
  expect(await pull()).toHaveLength(1);
  expect(await owner.run(act('discardEvent'), { id: second })).toEqual({ discardEvent: { status: 'FAILED' } });
  expect(await owner.refusal(act('discardEvent'), { id: second })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what is for a product that is switched off is left as it is, and counted as such', async () => {
  const { owner, t, failed, stored, pull, ended, start } = await house(2);
  await redis.sadd(offKey(t), 'hr');
  const job = await start('RETRY');
  expect(await ended(job.id)).toMatchObject({ status: 'DONE', done: 0, failed: 2 });
  const { edges } = await failed();
  expect(edges).toHaveLength(2);
  expect([await stored(), await pull()]).toEqual([2, []]);
  const RETRY = 'mutation ($id: ID!) { retryEvent(id: $id) { status } }';
  expect(await owner.refusal(RETRY, { id: edges[0]?.node.id })).toMatchObject({ code: 'CONFLICT' });
});

test('a job of many batches comes to each row once, and not to what failed after it was asked for', async () => {
  const { t, failed, pull, ended, start } = await house(1);
  const copies = 250;
  await testing.subgraph.work(({ em }) =>
    em.execute(
      `insert into events.event_tracking
         (id, tenant_id, event_id, event_type, source_application, target_application, status, event, published_at, created_at)
       select made.id, tenant_id, made.id, event_type, source_application, target_application, status,
         jsonb_set(event::jsonb, '{id}', to_jsonb(made.id::text))::json, published_at,
         case when made.at > ${copies} then now() + interval '1 hour' else created_at end
       from events.event_tracking, (select at, uuidv7() as id from generate_series(1, ${copies + 1}) as at) as made
       where tenant_id = ?`,
      [t],
    ),
  );
  const job = await start('RETRY');
  expect(await ended(job.id)).toMatchObject({ status: 'DONE', done: copies + 1, failed: 0 });
  const told = (await pull()).map(({ event }) => event.eventId);
  expect(new Set(told).size).toBe(copies + 1);
  expect(told).toHaveLength(copies + 1);
  expect((await failed()).totalCount).toBe(1);
});

test('a row that is no event counts as failed, and the job goes on to the others', async () => {
  const { owner, t, ids } = await house(3);
  await testing.subgraph.work(({ em }) =>
    em.execute(`update events.event_tracking set event = '{}'::json where tenant_id = ? and event_id = ?`, [t, ids[1]]),
  );
  const { startEventJob } = await owner.run<{ startEventJob: { id: string } }>(START, { action: 'RETRY' });
  await vi.waitFor(async () => {
    const { eventJob } = await owner.run<{ eventJob: unknown }>(JOB, { id: startEventJob.id });
    expect(eventJob).toMatchObject({ status: 'DONE', done: 2, failed: 1 });
  });
});
