import { hastenTarget } from '@mycelium/bus/target';
import { alertRaised } from '@mycelium/schema/subgraphs/events';
import { afterAll, expect, test, vi } from 'vitest';
import { status } from '../webhook-attempt/receiver.testing.ts';
import { ENDPOINT, openTold } from '../webhook-attempt/told.testing.ts';
import { applicationOf } from './application.ts';

const told = await openTold();
const { endpointAt, publish, receiver, redis, testing, untilAttempts } = told;
afterAll(told.close);

const RECOVER = `mutation ($id: ID!, $since: DateTime!) {
  recoverWebhook(endpointId: $id, since: $since) { action total filter }
}`;
const FAILED = 'failedEvents(filter: { target: $target }) { totalCount }';
const FAILED_TAKES = '$target: String!';
const AGAIN = 'mutation ($id: ID!) { redeliverWebhook(attemptId: $id) }';
const MOMENT = '2026-01-01T00:00:00.000Z';

test('what was given up since a moment and what waits for its next attempt are tried again', async () => {
  const endpoint = await endpointAt('/down');
  const { viewer, id, tenant } = endpoint;
  receiver.answer('/down', ...Array.from({ length: 11 }, () => status(500)));
  const givenUp = await publish(viewer);
  for (let count = 1; count <= 10; count += 1) {
    await untilAttempts(endpoint, count);
    if (count < 10) await vi.waitFor(async () => expect(await hastenTarget(redis, tenant, applicationOf(id))).toBe(1));
  }
  await vi.waitFor(
    async () => expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { failed: 1 } }),
    5_000,
  );
  const waiting = await publish(viewer);
  await untilAttempts(endpoint, 11);
  const later = new Date(Date.now() + 60_000).toISOString();
  // The bus hears how an attempt went after it is written down.
  await vi.waitFor(async () => {
    const answer = await viewer.run(RECOVER, { id, since: later });
    expect(answer).toMatchObject({
      recoverWebhook: { action: 'RETRY', total: 0, filter: { target: applicationOf(id) } },
    });
    expect(receiver.at('/down')).toHaveLength(12);
  });
  const [again] = receiver.at('/down').slice(-1);
  expect(again?.headers['webhook-id']).toBe(waiting);
  // The keeper writes the row of what was given up after the bus has counted it.
  await vi.waitFor(
    async () =>
      expect(await viewer.ofTenant(FAILED, { t: tenant, target: applicationOf(id) }, FAILED_TAKES)).toEqual({
        failedEvents: { totalCount: 1 },
      }),
    5_000,
  );
  expect(await viewer.run(RECOVER, { id, since: MOMENT })).toMatchObject({ recoverWebhook: { total: 1 } });
  const [last] = (await receiver.next('/down', 13)).slice(-1);
  expect(last?.headers['webhook-id']).toBe(givenUp);
  await vi.waitFor(
    async () =>
      expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { pending: 0, failed: 0 } }),
    5_000,
  );
}, 30_000);

test('a message that waits for its next attempt is sent at once when somebody asks, and counts on', async () => {
  const endpoint = await endpointAt('/again');
  receiver.answer('/again', status(500), status(500));
  const eventId = await publish(endpoint.viewer);
  await untilAttempts(endpoint, 1);
  // After the second attempt the next one is five minutes away.
  const [second] = await untilAttempts(endpoint, 2, 10_000);
  await vi.waitFor(async () =>
    expect(await endpoint.viewer.run(AGAIN, { id: second?.id })).toEqual({ redeliverWebhook: eventId }),
  );
  expect(await untilAttempts(endpoint, 3)).toMatchObject([{ eventId, number: 3, outcome: 'DELIVERED' }, {}, {}]);
});

test('the attempts that ended in some ways are listed alone', async () => {
  const endpoint = await endpointAt('/mixed');
  receiver.answer('/mixed', status(204), status(302));
  const { viewer, id } = endpoint;
  await publish(viewer);
  await untilAttempts(endpoint, 1);
  await publish(viewer);
  await untilAttempts(endpoint, 2);
  const list = async (outcomes: string[]) =>
    viewer.run(
      `query ($id: ID!, $outcomes: [WebhookOutcome!]) {
        webhookAttempts(endpointId: $id, outcomes: $outcomes) { totalCount edges { node { status } } }
      }`,
      { id, outcomes },
    );
  expect(await list(['REFUSED', 'REDIRECTED'])).toEqual({
    webhookAttempts: { totalCount: 1, edges: [{ node: { status: 302 } }] },
  });
  expect(await list(['TIMEOUT'])).toMatchObject({ webhookAttempts: { totalCount: 0 } });
});

test('an endpoint that names no types is sent what applications send each other, and no alerts', async () => {
  const { viewer, tenant } = await endpointAt('/all');
  await endpointAt('/named', { eventTypes: ['alert.raised'] }, viewer);
  const alertId = await testing.subgraph.work(async (ctx) =>
    ctx.publish(
      alertRaised,
      {
        alertId: '019ac000-0000-7000-8000-000000000000',
        kind: 'FAILED_EVENTS',
        value: 11,
        threshold: 10,
        at: MOMENT,
      },
      tenant,
    ),
  );
  const [named] = await receiver.next('/named');
  expect(named?.headers['webhook-id']).toBe(alertId);
  const eventId = await publish(viewer);
  const [first] = await receiver.next('/all');
  expect(first?.headers['webhook-id']).toBe(eventId);
});
