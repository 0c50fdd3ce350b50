import { acknowledgeDeliveries } from '@mycelium/bus/answer';
import { eventOf } from '@mycelium/bus/chaos/story';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { MOST_WAITING } from '@mycelium/bus/policy';
import { publishToBus } from '@mycelium/bus/publish';
import { afterAll, expect, test, vi } from 'vitest';
import { openTold } from '../webhook-attempt/told.testing.ts';
import { applicationOf } from './application.ts';

const ALERTS = 'alerts { edges { node { kind endpointId value threshold recoveredAt } } }';
const FAILED = 'failedEvents { edges { node { eventId lastError failedAttempts { number } } } }';
const RETRY = 'mutation ($target: String!) { startEventJob(action: RETRY, filter: { target: $target }) { total } }';

const told = await openTold();
const { endpointAt, redis } = told;
afterAll(told.close);

test('beyond 10,000 that wait for a stopped endpoint, the next ones lie among the failed, and one alert says so', async () => {
  const { id, tenant, viewer } = await endpointAt('/full', { eventTypes: ['config.updated'] });
  await viewer.run('mutation ($id: ID!) { pauseWebhookEndpoint(id: $id) { status } }', { id });
  const application = applicationOf(id);
  const publish = (count: number) => {
    const all = Array.from({ length: count }, (_, n) => eventOf(tenant, n * 10 + 1, 'system', 'config.updated'));
    return publishToBus(
      redis,
      all.map((event) => ({ event, targets: [] })),
    );
  };
  const is = async (pending: number, failed: number) =>
    expect(await viewer.run('query ($id: ID!) { webhookEndpoint(id: $id) { pending failed } }', { id })).toEqual({
      webhookEndpoint: { pending, failed },
    });
  for (let n = 0; n < MOST_WAITING - 2; n += 499) await publish(Math.min(499, MOST_WAITING - 2 - n));
  await is(MOST_WAITING - 2, 0);
  // The limit lies within one step.
  const [, , ...late] = await publish(5);
  await is(MOST_WAITING, 3);
  await vi.waitFor(async () => {
    const { failedEvents } = await viewer.ofTenant<{ failedEvents: { edges: { node: { eventId: string } }[] } }>(
      FAILED,
      { t: tenant },
    );
    const nodes = failedEvents.edges.map(({ node }) => node);
    expect(nodes.map(({ eventId }) => eventId).sort()).toEqual(late.toSorted());
    expect(nodes[0]).toMatchObject({ lastError: 'Too many deliveries waited already.', failedAttempts: [] });
  });
  const alert = { kind: 'WEBHOOK_FULL', endpointId: id, value: MOST_WAITING, threshold: MOST_WAITING };
  const alertIs = (recoveredAt: unknown) =>
    vi.waitFor(
      async () =>
        expect(await viewer.ofTenant(ALERTS, { t: tenant })).toEqual({
          alerts: { edges: [{ node: { ...alert, recoveredAt } }] },
        }),
      { timeout: 15_000, interval: 200 },
    );
  await alertIs(null);

  // What waited is sent; those that were given up follow when somebody says so.
  for (let n = 0; n < MOST_WAITING; n += 500) {
    const leased = await leaseDeliveries(redis, { tenant, application, consumer: 'test', leaseMs: 60_000, most: 500 });
    await acknowledgeDeliveries(
      redis,
      tenant,
      application,
      leased.map(({ event }) => ({ id: event.id })),
    );
  }
  await is(0, 3);
  expect(await viewer.run(RETRY, { target: application })).toEqual({ startEventJob: { total: 3 } });
  await vi.waitFor(() => is(3, 0));
  await alertIs(expect.any(String));
}, 60_000);
