import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }';
const FIGURES = `deliveryFigures(window: $window) {
  source target acknowledged failed latency { p50 p95 p99 histogram { count } }
}`;
const FIGURES_TAKES = '$window: DeliveryWindow!';
const END = `mutation ($done: ID!, $lost: ID!) {
  acknowledgeEvent(eventId: $done, application: "hr")
  failEvent(eventId: $lost, application: "hr", reason: "Why not", mayRetry: false)
}`;
const input = { eventType: 'user.created', payload: { entityId: 'user-456', email: 'john.doe@company.com' } };

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

const program = (application: string, tenantId: string): TestViewer =>
  testing.as({
    kind: 'client',
    id: uuidv7(),
    tenantId,
    application,
    scopes: ['events:publish', 'events:consume'],
  });

test.each(['HOUR', 'DAY'])('what ended in a channel is counted over the %s, of all its types', async (window) => {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  expect(await owner.ofTenant(FIGURES, { t, window }, FIGURES_TAKES)).toEqual({ deliveryFigures: [] });
  const partner = { eventType: 'partner.registered', payload: { entityId: 'partner-1', name: 'Ana' } };
  const { publishEvents } = await program('crm', t).run<{ publishEvents: { eventId: string }[] }>(PUBLISH, {
    inputs: [input, input, partner],
  });
  const [done, lost, other] = publishEvents.map(({ eventId }) => eventId);
  await program('hr', t).run(END, { done, lost });
  await program('affiliate', t).run(
    'mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "affiliate") }',
    {
      id: other,
    },
  );
  const took = { p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number), histogram: [{ count: 1 }] };
  const { deliveryFigures } = await owner.ofTenant<{ deliveryFigures: unknown[] }>(
    FIGURES,
    { t, window },
    FIGURES_TAKES,
  );
  expect(deliveryFigures).toHaveLength(2);
  expect(await testing.countSql(() => owner.ofTenant(FIGURES, { t, window }, FIGURES_TAKES))).toBe(0);
  expect(deliveryFigures).toContainEqual({
    ...{ source: 'crm', target: 'hr', acknowledged: 1, failed: 1 },
    latency: took,
  });
  expect(deliveryFigures).toContainEqual({
    ...{ source: 'crm', target: 'affiliate', acknowledged: 1, failed: 0 },
    latency: took,
  });
  await expect(testing.as(person('OWNER')).ofTenant(FIGURES, { t, window }, FIGURES_TAKES)).rejects.toThrow(
    'NOT_FOUND',
  );
});
