import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const PULL = 'mutation { pullEvents(application: "hr", consumer: "test") { attempt event { eventId } } }';
const FAIL = `mutation ($id: ID!, $reason: String!, $mayRetry: Boolean) {
  failEvent(eventId: $id, application: "hr", reason: $reason, mayRetry: $mayRetry)
}`;
const ACKNOWLEDGE = 'mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }';
const TRACKING = `query ($id: ID!) { eventTracking(eventId: $id) {
  id status publishedAt endedAt attempts tries triesAtMost nextAttemptAt firstFailedAt retriedAt lastError
  failedAttempts { number error endedAt }
} }`;
const UPDATE = 'mutation ($input: UpdateEventSettingsInput!) { updateEventSettings(input: $input) { version } }';

interface Tracked {
  id: string | null;
  status: string;
  publishedAt: string;
  endedAt: string | null;
  attempts: number;
  tries: number;
  triesAtMost: number | null;
  nextAttemptAt: string | null;
  firstFailedAt: string | null;
  retriedAt: string | null;
  failedAttempts: { number: number; error: string; endedAt: string }[];
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

async function house(settings: Record<string, unknown> = {}) {
  const owner = testing.as(person('OWNER'));
  const tenantId = String(owner.viewer.tenantId);
  const as = (application: string): TestViewer =>
    testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes: ['events:publish', 'events:consume'], application });
  const hr = as('hr');
  await owner.run(UPDATE, { input: { version: 0, attempts: 3, ...settings } });
  const input = { eventType: 'user.created', payload: { entityId: '7', email: 'a@b.test', department: 'it' } };
  const published = await as('crm').run<{ publishEvent: { eventId: string } }>(PUBLISH, { input });
  const id = published.publishEvent.eventId;
  const track = async () => {
    const found = await owner.run<{ eventTracking: Tracked[] }>(TRACKING, { id });
    const [tracked] = found.eventTracking;
    if (!tracked) throw new Error('It is not tracked.');
    return tracked;
  };
  return {
    ...{ owner, tenantId, id, track },
    async fail(reason: string, mayRetry = true) {
      await hr.run(PULL);
      return (await hr.run<{ failEvent: string }>(FAIL, { id, reason, mayRetry })).failEvent;
    },
    async acknowledge() {
      await hr.run(PULL);
      return hr.run(ACKNOWLEDGE, { id });
    },
    untilStatus: (status: string) =>
      vi.waitFor(async () => {
        const tracked = await track();
        expect(tracked).toMatchObject({ status, id: expect.any(String) });
        return tracked;
      }, 5_000),
    retry: (rowId: string | null) => owner.run('mutation ($id: ID!) { retryEvent(id: $id) { status } }', { id: rowId }),
  };
}

test('what failed says when it is tried next and which attempt that is, and nothing while its channel is paused', async () => {
  const { owner, track, fail } = await house({ backOffMs: 60_000 });
  expect(await track()).toMatchObject({ tries: 0, triesAtMost: 3, nextAttemptAt: null });
  const before = Date.now();
  expect(await fail('Cold.')).toBe('RETRYING');
  const waiting = await track();
  expect(waiting).toMatchObject({ tries: 1, triesAtMost: 3, firstFailedAt: waiting.failedAttempts[0]?.endedAt });
  const next = Date.parse(waiting.nextAttemptAt ?? '');
  expect(next).toBeGreaterThanOrEqual(before + 59_000);
  expect(next).toBeLessThanOrEqual(Date.now() + 61_000);
  await owner.run('mutation { pauseChannel(source: "crm", target: "hr") { isPaused } }');
  expect((await track()).nextAttemptAt).toBeNull();
});

test('while an application is left in peace, its breaker says when something is tried next', async () => {
  const { track, fail } = await house({ backOffMs: 10, breakerFailures: 1, breakerOpenMs: 600_000 });
  const before = Date.now();
  await fail('Cold.');
  expect(Date.parse((await track()).nextAttemptAt ?? '')).toBeGreaterThanOrEqual(before + 599_000);
});

test('a retry keeps when it was published and failed first, and every attempt of before', async () => {
  const { fail, track, untilStatus, retry } = await house();
  await fail('No oven.', false);
  const given = await untilStatus('FAILED');
  await retry(given.id);
  const again = await track();
  expect(again).toMatchObject({ status: 'PUBLISHED', publishedAt: given.publishedAt, attempts: 1, tries: 0 });
  expect(again).toMatchObject({ firstFailedAt: given.endedAt, retriedAt: expect.any(String), triesAtMost: 3 });
  expect(again.failedAttempts.map(({ error }) => error)).toEqual(['No oven.']);

  await fail('Still no oven.', false);
  const twice = await untilStatus('FAILED');
  expect(twice).toMatchObject({ publishedAt: given.publishedAt, firstFailedAt: given.endedAt, attempts: 2, tries: 1 });
  expect(twice.failedAttempts.map(({ number, error }) => [number, error])).toEqual([
    [1, 'No oven.'],
    [2, 'Still no oven.'],
  ]);
});

test('so does a retry of all that a filter names, and one that nobody took in time keeps when that was', async () => {
  const { owner, tenantId, id, fail, track, untilStatus } = await house();
  await fail('No oven.', false);
  const given = await untilStatus('FAILED');
  await testing.subgraph.work(({ em }) =>
    em.execute(
      `update events.event_tracking set status = 'TIMEOUT', attempts = null, last_error = null where event_id = ?`,
      [id],
    ),
  );
  const job = await owner.run<{ startEventJob: { id: string } }>(
    'mutation { startEventJob(filter: {}, action: RETRY) { id } }',
  );
  expect(job.startEventJob.id).toEqual(expect.any(String));
  await vi.waitFor(async () => expect((await track()).status).toBe('PUBLISHED'));
  await fail('Now it is cold.', false);
  const twice = await untilStatus('FAILED');
  expect(twice).toMatchObject({ firstFailedAt: given.endedAt, publishedAt: given.publishedAt });
  expect(tenantId).toEqual(expect.any(String));
});

test('where history is kept, what failed before it succeeded stays, and is in the list of what is kept', async () => {
  const { owner, tenantId, fail, acknowledge, untilStatus } = await house({ mode: 'FULL_HISTORY', backOffMs: 10 });
  await fail('Cold.');
  await vi.waitFor(async () => {
    await acknowledge();
    expect(await untilStatus('ACKNOWLEDGED')).toMatchObject({ attempts: 2 });
  });
  const KEPT = `keptEvents(first: 10, filter: { statuses: [ACKNOWLEDGED] }) {
    edges { node { status payload failedAttempts { number error } } } totalCount
  }`;
  expect(await owner.ofTenant(KEPT, { t: tenantId })).toMatchObject({
    keptEvents: {
      edges: [{ node: { status: 'ACKNOWLEDGED', payload: { entityId: '7' }, failedAttempts: [{ error: 'Cold.' }] } }],
      totalCount: 1,
    },
  });
  await expect(testing.as(person('OWNER')).ofTenant(KEPT, { t: tenantId })).rejects.toThrow('NOT_FOUND');
});
