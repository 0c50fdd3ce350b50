import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const EXPORT = `query ($t: ID!, $after: String) {
  eventExport(tenantId: $t, first: 2, after: $after) { lines totalCount pageInfo { hasNextPage endCursor } }
}`;
const IMPORT = 'mutation ($lines: [String!]!) { importEvents(lines: $lines) { imported known } }';
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
    const { eventExport } = await owner.run<Exported>(EXPORT, { t: tenant, after });
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
  expect(await there.run(IMPORT, { lines })).toEqual({ importEvents: { imported: 3, known: 0 } });
  expect(await there.run(IMPORT, { lines })).toEqual({ importEvents: { imported: 0, known: 3 } });
  expect(await there.run(PULL)).toEqual({ pullEvents: ids.map((eventId) => ({ attempt: 1, event: { eventId } })) });
  for (const eventId of ids)
    await there.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', { id: eventId });
  expect(await there.run(IMPORT, { lines })).toEqual({ importEvents: { imported: 0, known: 3 } });
});

test.each([
  ['what is no JSON', 'wurst', ['lines', '0']],
  ['an event of another tenant', undefined, ['lines', '0', 'event', 'feed']],
])('%s is refused with its path, and nothing is taken over', async (_, line, path) => {
  const [good = ''] = (await east.as(person('OWNER', tenant)).run<Exported>(EXPORT, { t: tenant })).eventExport.lines;
  const stranger = west.as(person('OWNER'));
  expect(await stranger.refusal(IMPORT, { lines: [line ?? good, good] })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path,
  });
});
