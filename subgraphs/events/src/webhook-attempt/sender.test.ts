import { hastenTarget } from '@mycelium/bus/target';
import { afterAll, expect, test, vi } from 'vitest';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { status } from './receiver.testing.ts';
import { ENDPOINT, openTold, verify } from './told.testing.ts';

const told = await openTold();
const { endpointAt, publish, receiver, redis, untilAttempts } = told;
afterAll(told.close);

test('what an application publishes is sent, signed, and its attempt can be read', async () => {
  const endpoint = await endpointAt('/ok');
  receiver.answer('/ok', status(200, {}, `thanks\0${'!'.repeat(5_000)}`));
  const eventId = await publish(endpoint.viewer);
  const [received] = await receiver.next('/ok');
  if (!received) throw new Error('Nothing came.');
  expect(verify(endpoint.secret, received)).toEqual({
    type: 'config.updated',
    timestamp: expect.any(String),
    data: { key: 'theme' },
  });
  expect(received.headers['webhook-id']).toBe(eventId);
  const [attempt] = await untilAttempts(endpoint, 1);
  expect(attempt).toMatchObject({ eventId, number: 1, outcome: 'DELIVERED', status: 200, nextAttemptAt: null });
  expect(attempt).toMatchObject({ response: expect.stringMatching(/^thanks!{2041}$/) });
  await vi.waitFor(async () =>
    expect(await endpoint.viewer.run(ENDPOINT, { id: endpoint.id })).toMatchObject({
      webhookEndpoint: { pending: 0, failed: 0, failingSince: null },
    }),
  );
});

test('an endpoint is sent what it asked for, and nothing of other tenants', async () => {
  const endpoint = await endpointAt('/some', { eventTypes: ['user.created'], sources: ['crm'] });
  await endpointAt('/others');
  await publish(endpoint.viewer);
  const payload = { entityId: 'user-456', email: 'john.doe@company.com' };
  const eventId = await publish(endpoint.viewer, { eventType: 'user.created', payload, targets: undefined });
  const received = await receiver.next('/some');
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId]);
  expect(receiver.at('/others')).toEqual([]);
});

test('after a rotation both secrets sign while they overlap, and only the new one afterwards', async () => {
  const endpoint = await endpointAt('/rotated');
  const { viewer, id } = endpoint;
  const ROTATE = 'mutation ($id: ID!, $h: Int!) { rotateWebhookSecret(id: $id, overlapHours: $h) { secret } }';
  const rotate = async (h: number) =>
    (await viewer.run<{ rotateWebhookSecret: { secret: string } }>(ROTATE, { id, h })).rotateWebhookSecret.secret;
  const second = await rotate(1);
  await publish(viewer);
  const [first] = await receiver.next('/rotated');
  if (!first) throw new Error('Nothing came.');
  expect(String(first.headers['webhook-signature']).split(' ')).toHaveLength(2);
  for (const secret of [endpoint.secret, second]) verify(secret, first);
  const third = await rotate(0);
  await publish(viewer);
  const [, last] = await receiver.next('/rotated', 2);
  if (!last) throw new Error('Nothing came.');
  verify(third, last);
  expect(() => verify(second, last)).toThrow();
});

test('a message of one ordering key waits for the one before', async () => {
  const { viewer, id, tenant } = await endpointAt('/ordered');
  receiver.answer('/ordered', status(500));
  const first = await publish(viewer, { orderingKey: 'a' });
  await untilAttempts({ viewer, id }, 1);
  const second = await publish(viewer, { orderingKey: 'a' });
  const other = await publish(viewer, { orderingKey: 'b' });
  const before = await receiver.next('/ordered', 2);
  expect(before.map(({ headers }) => headers['webhook-id'])).toEqual([first, other]);
  await hastenTarget(redis, tenant, applicationOf(id));
  const all = await receiver.next('/ordered', 4);
  expect(all.slice(2).map(({ headers }) => headers['webhook-id'])).toEqual([first, second]);
});

test('a test event reaches this endpoint alone, and followers hear of the attempt', async () => {
  const endpoint = await endpointAt('/tried');
  const { viewer, id, tenant } = endpoint;
  await endpointAt('/untried', {}, viewer);
  const changes = await viewer.follow(
    'subscription ($t: ID!) { webhookChanged(tenantId: $t) { endpointId attempt { outcome eventType } } }',
    { t: tenant },
  );
  const next = changes.next();
  const sent = await viewer.run<{ sendTestEvent: string }>('mutation ($id: ID!) { sendTestEvent(endpointId: $id) }', {
    id,
  });
  const [received] = await receiver.next('/tried');
  expect(received?.headers['webhook-id']).toBe(sent.sendTestEvent);
  let change = await next;
  // That the endpoints were made may come first.
  while (JSON.stringify(change).includes('"attempt":null')) change = await changes.next();
  expect(change).toMatchObject({
    value: {
      data: { webhookChanged: { endpointId: id, attempt: { outcome: 'DELIVERED', eventType: 'webhook.test' } } },
    },
  });
  await changes.return?.();
  expect(receiver.at('/untried')).toEqual([]);
});

test('a paused endpoint is sent nothing until it is resumed, and a removed one nothing ever', async () => {
  const { viewer, id, tenant } = await endpointAt('/paused');
  await viewer.run('mutation ($id: ID!) { pauseWebhookEndpoint(id: $id) { status } }', { id });
  const eventId = await publish(viewer);
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { status: 'PAUSED', pending: 1 } });
  await viewer.run('mutation ($id: ID!) { resumeWebhookEndpoint(id: $id) { status } }', { id });
  const [received] = await receiver.next('/paused');
  expect(received?.headers['webhook-id']).toBe(eventId);
  await viewer.run('mutation ($id: ID!) { removeWebhookEndpoint(id: $id) }', { id });
  await publish(viewer);
  const keys = (await redis.keys('mycelium:bus:*')).filter((key) => key.includes(applicationOf(id)));
  expect(keys.filter((key) => !key.includes('bus:answer:'))).toEqual([]);
  expect(Object.keys(await redis.hgetall(`mycelium:bus:totals:${tenant}`)).filter((key) => key.includes(id))).toEqual(
    [],
  );
});
