import { redeliverEvent } from '@mycelium/bus/redeliver';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { eventTypes, isPlatformOnly } from '@mycelium/schema/event-types';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const EXPORT = 'eventExport(first: 2, after: $after) { lines totalCount pageInfo { hasNextPage endCursor } }';
const EXPORT_TAKES = '$after: String';
const IMPORT =
  'mutation ($lines: [String!]!) { importEvents(lines: $lines) { imported known refused lines { line status problem reason path } } }';
const PULL = 'mutation { pullEvents(application: "hr") { attempt event { eventId } } }';

interface Exported {
  eventExport: { lines: string[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const tenant = uuidv7();
let east: TestSubgraph;
let west: TestSubgraph;

beforeAll(async () => {
  [east, west] = await Promise.all([testSubgraph(events), testSubgraph(events)]);
});
afterAll(() => Promise.all([east.close(), west.close()]));

async function exported(owner: TestViewer): Promise<string[]> {
  const lines: string[] = [];
  let after: string | undefined;
  for (;;) {
    const { eventExport } = await owner.ofTenant<Exported>(EXPORT, { t: tenant, after }, EXPORT_TAKES);
    lines.push(...eventExport.lines);
    expect(eventExport.totalCount).toBe(3);
    if (!eventExport.pageInfo.hasNextPage) return lines;
    after = eventExport.pageInfo.endCursor;
  }
}

test('what waits in one region goes on in another, each delivery once and under its id', async () => {
  const [here, there] = [east, west].map((region) => region.as(person('OWNER', tenant)));
  if (!here || !there) throw new Error('There are two regions.');
  const ids: string[] = [];
  for (const n of [1, 2, 3]) {
    const input = { eventType: 'user.created', payload: { entityId: `user-${n}`, email: 'john.doe@company.com' } };
    ids.push((await here.run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId);
  }
  const lines = await exported(here);
  expect(await there.run(IMPORT, { lines })).toMatchObject({ importEvents: { imported: 3, known: 0 } });
  expect(await there.run(IMPORT, { lines })).toMatchObject({ importEvents: { imported: 0, known: 3 } });
  expect(await there.run(PULL)).toEqual({ pullEvents: ids.map((eventId) => ({ attempt: 1, event: { eventId } })) });
  for (const eventId of ids)
    await there.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', { id: eventId });
  expect(await there.run(IMPORT, { lines })).toMatchObject({ importEvents: { imported: 0, known: 3 } });
});

const hostile =
  (given: Record<string, unknown>, target = 'crm') =>
  (feed: string) =>
    JSON.stringify({
      target,
      event: {
        ...{ id: uuidv7(), type: 'employee.updated', feed, source: 'hr', at: new Date().toISOString() },
        ...{ actor: { kind: 'user', id: 'x' }, correlationId: 'c', payload: { entityId: 'e' } },
        ...given,
      },
    });
const deep = JSON.parse(`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`);
const raw = (text: string) => () => text;

const bad: [string, (feed: string) => string, string[]?][] = [
  ['no JSON', raw('{')],
  ['null', raw('null')],
  ['a list', raw('[]')],
  ['nothing', raw('')],
  ['another tenant', hostile({ feed: uuidv7() }), ['event', 'feed']],
  ['an id that is none', hostile({ id: 'x' }), ['event', 'id']],
  ['an unknown type', hostile({ type: 'employee.eaten' }), ['event', 'eventType']],
  ['an unknown source', hostile({ source: 'nobody' }), ['event', 'source']],
  ['a source with a space', hostile({ source: 'h r' }), ['event', 'source']],
  ['a source that does not tell the type', hostile({ source: 'crm' }), ['event', 'source']],
  ['a target that the type does not reach', hostile({}, 'affiliate'), ['event', 'targets', '0']],
  ['a text as payload', hostile({ payload: 'text' }), ['event', 'payload']],
  ['a payload that breaks the type', hostile({ payload: { nope: 1 } }), ['event', 'payload', 'entityId']],
  ['a payload of 300 KB', hostile({ payload: { entityId: 'x'.repeat(300_000) } }), ['event', 'payload']],
  ['an ordering key of 5,000 characters', hostile({ orderingKey: 'k'.repeat(5_000) }), ['event', 'orderingKey']],
  ['a moment to come', hostile({ at: '2999-01-01T00:00:00Z' }), ['event', 'at']],
  ['a moment that is none', hostile({ at: '2026-02-30T00:00:00Z' }), ['event', 'at']],
  ['a NUL', hostile({ payload: { entityId: 'a\0b' } }), ['event', 'payload', 'entityId']],
  ['half a character', hostile({ payload: { entityId: '\ud800' } }), ['event', 'payload', 'entityId']],
  ['70 levels', hostile({ payload: { entityId: 'e', deep } })],
  [
    'a number that is not exact',
    raw(hostile({})(tenant).replace('"e"', '"e","n":9007199254740993')),
    ['event', 'payload', 'n'],
  ],
  ['what the platform alone tells', hostile({ type: 'service.changed', source: 'wrapper' }, 'system')],
  ['what a program alone tells', hostile({ type: 'referral.completed', source: 'affiliate' }, 'system')],
];

test('each line is checked and answered for itself, and one that is wrong holds up no other', async () => {
  const owner = west.as(person('OWNER', tenant));
  const lines = bad.flatMap(([, make]) => [make(tenant), hostile({})(tenant)]);
  const { importEvents } = await owner.run<{ importEvents: { imported: number; lines: Record<string, unknown>[] } }>(
    IMPORT,
    {
      lines,
    },
  );
  expect(importEvents).toMatchObject({ imported: bad.length, known: 0, refused: bad.length });
  for (const [index, [name, , path]] of bad.entries()) {
    const [refused, taken] = importEvents.lines.slice(index * 2, index * 2 + 2);
    expect([name, refused]).toMatchObject([
      name,
      { line: index * 2 + 1, status: 'REFUSED', problem: expect.any(String) },
    ]);
    if (path) expect([name, refused?.path]).toEqual([name, path]);
    expect(taken).toMatchObject({ line: index * 2 + 2, status: 'IMPORTED', problem: null });
  }
});

test.each([...eventTypes.keys()].filter(isPlatformOnly))(
  'nobody imports %s, which the platform alone tells',
  async (type) => {
    const { source, targets } = eventTypes.get(type) ?? { source: '', targets: [] };
    const lines = [...targets, 'crm'].map((target) => hostile({ type, source }, target)(tenant));
    const { importEvents } = await west
      .as(person('OWNER', tenant))
      .run<{ importEvents: { lines: unknown[] } }>(IMPORT, { lines });
    expect(importEvents.lines).toMatchObject(lines.map(() => ({ status: 'REFUSED', reason: 'PLATFORM_ONLY' })));
  },
);

test('what came in when less was checked breaks no list, and is acknowledged as all else', async () => {
  const other = uuidv7();
  const owner = west.as(person('OWNER', other));
  const redis = new Redis(west.redisUrl);
  const legible = [{ payload: 'text' }, { source: 'h r' }];
  const broken = [...legible, { at: 'yesterday' }, { actor: null }];
  for (const given of broken) {
    const { event } = JSON.parse(hostile(given)(other));
    await redeliverEvent(redis, event, 'crm', { isReplay: false, wasStored: false });
  }
  const LIST = `unacknowledgedEvents { edges { node { eventId payload } } }
    communicationMatrix { channels { source } } eventExport { lines }`;
  const { unacknowledgedEvents } = await owner.ofTenant<{ unacknowledgedEvents: { edges: unknown[] } }>(LIST, {
    t: other,
  });
  expect(unacknowledgedEvents.edges).toHaveLength(legible.length);
  await owner.run('mutation { setConsumer(application: "crm", consumer: OUTSIDE) { name } }');
  const PULL_CRM = 'mutation { pullEvents(application: "crm") { event { eventId } } }';
  const { pullEvents } = await owner.run<{ pullEvents: { event: { eventId: string } }[] }>(PULL_CRM);
  expect(pullEvents).toHaveLength(legible.length);
  for (const { event } of pullEvents)
    await owner.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "crm") }', {
      id: event.eventId,
    });
  await vi.waitFor(async () => {
    // The one with a space lies in a channel that nothing leads to any more; whoever looks there takes it away.
    await redis.zadd(
      `mycelium:bus:due:${other}:h r>crm`,
      0,
      (await redis.xrange(`mycelium:bus:queue:${other}:h r>crm`, '-', '+'))[0]?.[0] ?? '0-1',
    );
    await redis.zadd(`mycelium:bus:ready:${other}:crm`, 0, 'h r');
    await owner.run(PULL_CRM);
    expect(await redis.xlen(`mycelium:bus:queue:${other}:h r>crm`)).toBe(0);
  });
  redis.disconnect();
});
