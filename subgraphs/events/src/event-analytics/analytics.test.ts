import { dayKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const TOTALS = 'published acknowledged failed timeout retried replayed';
const ANALYTICS = `eventAnalytics(from: $from, to: $to) {
  days { day ${TOTALS} } types { eventType ${TOTALS} } channels { source target ${TOTALS} }
  topFailures { eventType source target failed timeout }
}`;
const ANALYTICS_TAKES = '$from: DateTime, $to: DateTime';
const EXPORT = 'eventAnalyticsExport(from: $from, to: $to, first: $first, after: $after) { csv hasNextPage endCursor }';
const EXPORT_TAKES = '$from: DateTime, $to: DateTime, $first: Int! = 31, $after: String';
const PUBLISH = `mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }`;

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

const DAY_MS = 86_400_000;
const noon = (day: number): string => new Date(day * DAY_MS + DAY_MS / 2).toISOString();
const today = Math.floor(Date.now() / DAY_MS);

/** A house with two days of counts, long enough ago that nothing else is counted there. */
async function house() {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  const [first, second] = [today - 10, today - 8];
  await redis.hset(dayKey(t, first), {
    'crm>hr|user.created|published': 10,
    'crm>hr|user.created|acknowledged': 8,
    'crm>hr|user.created|failed': 2,
    'hr>crm|benefits.updated|published': 3,
    'hr>crm|benefits.updated|timeout': 3,
  });
  await redis.hset(dayKey(t, second), { 'crm>hr|user.created|published': 5, 'crm>hr|user.created|retried': 2 });
  return { owner, t, first, second, span: { t, from: noon(first), to: noon(second) } };
}

test('what was published is counted by day, type and channel, and what failed most comes first, without SQL', async () => {
  const { owner, span, first } = await house();
  let answer: unknown;
  expect(await testing.countSql(async () => (answer = await owner.ofTenant(ANALYTICS, span, ANALYTICS_TAKES)))).toBe(0);
  const nothing = { published: 0, acknowledged: 0, failed: 0, timeout: 0, retried: 0, replayed: 0 };
  expect(answer).toEqual({
    eventAnalytics: {
      days: [
        { ...nothing, day: noon(first).slice(0, 10), published: 13, acknowledged: 8, failed: 2, timeout: 3 },
        { ...nothing, day: noon(first + 1).slice(0, 10) },
        { ...nothing, day: noon(first + 2).slice(0, 10), published: 5, retried: 2 },
      ],
      types: [
        { ...nothing, eventType: 'user.created', published: 15, acknowledged: 8, failed: 2, retried: 2 },
        { ...nothing, eventType: 'benefits.updated', published: 3, timeout: 3 },
      ],
      channels: [
        { ...nothing, source: 'crm', target: 'hr', published: 15, acknowledged: 8, failed: 2, retried: 2 },
        { ...nothing, source: 'hr', target: 'crm', published: 3, timeout: 3 },
      ],
      topFailures: [
        { eventType: 'benefits.updated', source: 'hr', target: 'crm', failed: 0, timeout: 3 },
        { eventType: 'user.created', source: 'crm', target: 'hr', failed: 2, timeout: 0 },
      ],
    },
  });
});

test('what is published and acknowledged now is in the count of today', async () => {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  const payload = { entityId: 'user-456', email: 'john.doe@company.com' };
  const { publishEvents } = await owner.run<{ publishEvents: { eventId: string }[] }>(PUBLISH, {
    inputs: [
      { eventType: 'user.created', payload },
      { eventType: 'user.created', payload },
    ],
  });
  const hr: TestViewer = testing.as({
    kind: 'client',
    id: uuidv7(),
    tenantId: t,
    scopes: ['events:consume'],
    application: 'hr',
  });
  await hr.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', {
    id: publishEvents[0]?.eventId,
  });
  const { eventAnalytics } = await owner.ofTenant<{ eventAnalytics: { days: object[]; types: object[] } }>(
    ANALYTICS,
    { t },
    ANALYTICS_TAKES,
  );
  expect(eventAnalytics.days).toHaveLength(30);
  expect(eventAnalytics.types).toMatchObject([{ eventType: 'user.created', published: 2, acknowledged: 1 }]);
});

test('the table comes page by page', async () => {
  const { owner, span, first } = await house();
  interface Page {
    eventAnalyticsExport: { csv: string; hasNextPage: boolean; endCursor: string };
  }
  const head = 'day,source,target,eventType,published,acknowledged,failed,timeout,retried,replayed\r\n';
  const day = (at: number) => noon(at).slice(0, 10);
  const one = (await owner.ofTenant<Page>(EXPORT, { ...span, first: 2 }, EXPORT_TAKES)).eventAnalyticsExport;
  expect(one).toEqual({
    csv: `${head}${day(first)},crm,hr,user.created,10,8,2,0,0,0\r\n${day(first)},hr,crm,benefits.updated,3,0,0,3,0,0\r\n`,
    hasNextPage: true,
    endCursor: expect.any(String),
  });
  const two = (await owner.ofTenant<Page>(EXPORT, { ...span, first: 2, after: one.endCursor }, EXPORT_TAKES))
    .eventAnalyticsExport;
  expect(two).toMatchObject({
    csv: `${head}${day(first + 2)},crm,hr,user.created,5,0,0,0,2,0\r\n`,
    hasNextPage: false,
  });
});

test.each([
  ['more days than are kept', { from: noon(today - 92) }, 'BAD_USER_INPUT', ['from']],
  ['an end before the beginning', { from: noon(today), to: noon(today - 1) }, 'BAD_USER_INPUT', ['to']],
  ['a house that is another', { t: uuidv7() }, 'NOT_FOUND', undefined],
])('%s is refused', async (_, given, code, path) => {
  const owner = testing.as(person('OWNER'));
  const asked = owner.ofTenant(ANALYTICS, given, ANALYTICS_TAKES);
  const { message } = await asked.then(
    () => new Error('It was not refused.'),
    (error: Error) => error,
  );
  expect(JSON.parse(message)).toMatchObject([{ extensions: { code, ...(path && { path }) } }]);
});
