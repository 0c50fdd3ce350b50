import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const PULL = 'mutation { pullEvents(application: "hr", consumer: "test") { event { eventId } } }';
const FAIL = 'mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "Cold.") }';
const ACKNOWLEDGE = 'mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }';
const HEALTH = `communicationMatrix { channels { source target status standing failingSince failuresInARow isOff } }
  interAppHealth { application standing failingSince } health: syncHealth { status }`;

interface Health {
  communicationMatrix: { channels: { standing: string; failingSince: string | null; failuresInARow: number }[] };
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

test('a channel of which every attempt fails is not healthy, says since when, and is well with the first success', async () => {
  const owner = testing.as(person('OWNER'));
  const tenantId = String(owner.viewer.tenantId);
  const as = (application: string) =>
    testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes: ['events:publish', 'events:consume'], application });
  const hr = as('hr');
  const input = { eventType: 'user.created', payload: { entityId: '7', email: 'a@b.test', department: 'it' } };
  const health = () => owner.ofTenant<Health>(HEALTH, { t: tenantId });
  const ids: string[] = [];
  const failOne = async () => {
    const { publishEvent } = await as('crm').run<{ publishEvent: { eventId: string } }>(PUBLISH, { input });
    ids.push(publishEvent.eventId);
    await hr.run(PULL);
    await hr.run(FAIL, { id: publishEvent.eventId });
  };
  await failOne();
  const [first] = (await health()).communicationMatrix.channels;
  expect(first).toMatchObject({ standing: 'ATTENTION', failuresInARow: 1, failingSince: expect.any(String) });
  await failOne();
  await failOne();
  const since = first?.failingSince;
  expect(await health()).toMatchObject({
    communicationMatrix: {
      channels: [{ status: 'UNHEALTHY', standing: 'FAILING', failingSince: since, failuresInARow: 3, isOff: false }],
    },
    interAppHealth: [{ application: 'hr', standing: 'FAILING', failingSince: since }],
    health: { status: 'DEGRADED' },
  });
  await hr.run(ACKNOWLEDGE, { id: ids[0] });
  expect(await health()).toMatchObject({
    communicationMatrix: { channels: [{ status: 'HEALTHY', standing: 'OK', failingSince: null, failuresInARow: 0 }] },
    interAppHealth: [{ standing: 'OK', failingSince: null }],
  });
});
