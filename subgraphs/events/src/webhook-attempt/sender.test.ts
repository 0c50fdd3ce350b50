import { hastenTarget, leaseEvents, publishEvents } from '@mycelium/kit/bus/bus';
import { openOutsideFetch } from '@mycelium/kit/outside-fetch';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { Event } from '@mycelium/schema/events';
import { Redis } from 'ioredis';
import { Webhook } from 'standardwebhooks';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { openReceiver, type Received, type Receiver, status } from './receiver.testing.ts';
import { webhookPolicy } from './schedule.ts';
import { send } from './send.ts';

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { id } }
}`;
const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const ATTEMPTS = `query ($id: ID!) { webhookAttempts(endpointId: $id) { edges { node {
  id eventId eventType number outcome status response durationMs nextAttemptAt isReplay
} } } }`;
const ENDPOINT = 'query ($id: ID!) { webhookEndpoint(id: $id) { status trouble failingSince pending failed } }';

interface Attempt {
  id: string;
  eventId: string;
  number: number;
  outcome: string;
  status: number | null;
  nextAttemptAt: string | null;
}

let testing: TestSubgraph;
let receiver: Receiver;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(events);
  receiver = await openReceiver();
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
  await receiver.close();
});

/** A tenant of its own with one endpoint at this path. */
async function endpointAt(path: string, more: Record<string, unknown> = {}, viewer = testing.as(person('OWNER'))) {
  const input = { url: `${receiver.url}${path}`, ...more };
  const made = await viewer.run<{ createWebhookEndpoint: { secret: string; endpoint: { id: string } } }>(CREATE, {
    input,
  });
  const { secret, endpoint } = made.createWebhookEndpoint;
  return { viewer, secret, id: endpoint.id, tenant: viewer.viewer.tenantId ?? '' };
}

async function publish(viewer: TestViewer, more: Record<string, unknown> = {}): Promise<string> {
  const input = { eventType: 'config.updated', payload: { key: 'theme' }, targets: ['hr'], ...more };
  return (await viewer.run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
}

async function attemptsOf({ viewer, id }: { viewer: TestViewer; id: string }): Promise<Attempt[]> {
  const found = await viewer.run<{ webhookAttempts: { edges: { node: Attempt }[] } }>(ATTEMPTS, { id });
  return found.webhookAttempts.edges.map(({ node }) => node);
}

async function untilAttempts(endpoint: { viewer: TestViewer; id: string }, count: number, timeout = 5_000) {
  return vi.waitFor(async () => {
    const attempts = await attemptsOf(endpoint);
    expect(attempts).toHaveLength(count);
    return attempts;
  }, timeout);
}

const verify = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

test('what an application publishes is told, signed, and its attempt can be read', async () => {
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

test('an endpoint is told what it asked for, and nothing of other tenants', async () => {
  const endpoint = await endpointAt('/some', { eventTypes: ['user.created'], sources: ['crm'] });
  await endpointAt('/others');
  await publish(endpoint.viewer);
  const payload = { entityId: 'user-456', email: 'john.doe@company.com' };
  const eventId = await publish(endpoint.viewer, { eventType: 'user.created', payload, targets: undefined });
  const received = await receiver.next('/some');
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId]);
  expect(receiver.at('/others')).toEqual([]);
});

test.each([
  ['500', status(500, {}, 'no'), { outcome: 'REFUSED', status: 500, response: 'no' }],
  ['a redirect, which is not followed', status(302, { location: '/stolen' }), { outcome: 'REDIRECTED', status: 302 }],
  [
    'a line that is cut',
    (response: { destroy(): void }) => response.destroy(),
    { outcome: 'UNREACHABLE', status: null },
  ],
])(
  '%s is tried again after about 5 seconds, with the same id and a signature of its own moment',
  async (name, answer, said) => {
    const path = `/${name.replaceAll(/\W/g, '')}`;
    receiver.answer(path, answer);
    const endpoint = await endpointAt(path);
    const eventId = await publish(endpoint.viewer);
    const [first] = await untilAttempts(endpoint, 1);
    expect(first).toMatchObject({ ...said, number: 1 });
    const wait = Date.parse(first?.nextAttemptAt ?? '') - Date.now();
    expect(wait).toBeGreaterThan(2_000);
    expect(wait).toBeLessThan(5_600);
    expect(await endpoint.viewer.run(ENDPOINT, { id: endpoint.id })).toMatchObject({
      webhookEndpoint: { status: 'ACTIVE', failingSince: expect.any(String), pending: 1 },
    });
    const received = await receiver.next(path, 2);
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([eventId]));
    for (const each of received) verify(endpoint.secret, each);
    expect(received[0]?.headers['webhook-signature']).not.toBe(received[1]?.headers['webhook-signature']);
    expect(await untilAttempts(endpoint, 2)).toMatchObject([{ number: 2, outcome: 'DELIVERED' }, { number: 1 }]);
    expect(receiver.at('/stolen')).toEqual([]);
  },
  20_000,
);

test('429 with Retry-After leaves the endpoint in peace for so long, other events too', async () => {
  const endpoint = await endpointAt('/busy');
  receiver.answer('/busy', status(429, { 'retry-after': '7' }));
  await publish(endpoint.viewer);
  const [first] = await untilAttempts(endpoint, 1);
  expect(Date.parse(first?.nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(5_500);
  await publish(endpoint.viewer);
  const received = await receiver.next('/busy', 3, 12_000);
  const [refused, ...later] = received.map(({ at }) => at);
  for (const at of later) expect(at - (refused ?? 0)).toBeGreaterThanOrEqual(6_900);
}, 20_000);

test('410 disables an endpoint and raises an alert; what comes is kept, and told when it is resumed', async () => {
  const endpoint = await endpointAt('/gone', { eventTypes: ['config.updated'] });
  const { viewer, id, tenant } = endpoint;
  receiver.answer('/gone', status(410));
  const first = await publish(viewer);
  await vi.waitFor(async () =>
    expect(await viewer.run(ENDPOINT, { id })).toMatchObject({
      webhookEndpoint: { status: 'DISABLED', trouble: 'GONE', pending: 1 },
    }),
  );
  const ALERTS = 'query ($t: ID!) { alerts(tenantId: $t) { edges { node { kind endpointId recoveredAt } } } }';
  const alertIs = (recoveredAt: unknown) => ({
    alerts: { edges: [{ node: { kind: 'WEBHOOK_DISABLED', endpointId: id, recoveredAt } }] },
  });
  expect(await viewer.run(ALERTS, { t: tenant })).toEqual(alertIs(null));
  const second = await publish(viewer);
  expect(await viewer.refusal('mutation ($id: ID!) { sendTestEvent(endpointId: $id) }', { id })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { pending: 2 } });
  await viewer.run('mutation ($id: ID!) { resumeWebhookEndpoint(id: $id) { status } }', { id });
  const received = await receiver.next('/gone', 3);
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(expect.arrayContaining([first, second]));
  expect(await viewer.run(ALERTS, { t: tenant })).toEqual(alertIs(expect.any(String)));
});

test('an endpoint that failed for more than five days is disabled', async () => {
  const endpoint = await endpointAt('/never');
  const { viewer, id } = endpoint;
  await testing.subgraph.work(({ em }) =>
    em.execute(`update events.webhook_endpoint set failing_since = now() - interval '5 days 1 minute' where id = ?`, [
      id,
    ]),
  );
  receiver.answer('/never', status(503));
  await publish(viewer);
  await vi.waitFor(async () =>
    expect(await viewer.run(ENDPOINT, { id })).toMatchObject({
      webhookEndpoint: { status: 'DISABLED', trouble: 'FAILING' },
    }),
  );
});

test('one that hangs is given up after 15 seconds and holds up no other', async () => {
  receiver.answer('/hangs', () => undefined);
  const slow = await endpointAt('/hangs');
  await publish(slow.viewer);
  await receiver.next('/hangs');
  const quick = await endpointAt('/quick');
  await publish(quick.viewer);
  await receiver.next('/quick', 1, 2_000);
  const [attempt] = await untilAttempts(slow, 1, 20_000);
  expect(attempt).toMatchObject({ outcome: 'TIMEOUT', status: null, durationMs: expect.any(Number) });
}, 25_000);

test('an address inside is not reached, spelled out or by a name', async () => {
  const endpoint = await endpointAt('', { url: `http://[::1]:${new URL(receiver.url).port}/inside` });
  await publish(endpoint.viewer);
  expect(await untilAttempts(endpoint, 1)).toMatchObject([{ outcome: 'INNER_ADDRESS', status: null }]);
  const outside = openOutsideFetch({
    lookup: (_name, { all }, answer) => {
      const address = { address: '127.0.0.1', family: 4 };
      if (all) answer(null, [address]);
      else answer(null, address.address, address.family);
    },
  });
  const url = receiver.url.replace('127.0.0.1', 'harmless.example');
  const sent = await send(outside.fetch, { url: `${url}/inside`, headers: {}, body: '' }, new AbortController().signal);
  expect(sent).toMatchObject({ outcome: 'INNER_ADDRESS' });
  expect(receiver.at('/inside')).toEqual([]);
  await outside.close();
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

test('what a sender had when it was killed is sent again under its id when the lease is over', async () => {
  const { tenant, id, viewer } = await endpointAt('/killed');
  const event: Event = {
    id: uuidv7(),
    type: 'config.updated',
    feed: tenant,
    source: 'system',
    at: new Date().toISOString(),
    actor: { kind: 'user', id: 'x' },
    correlationId: 'x',
    payload: { key: 'theme' },
  };
  const lease = {
    tenant,
    application: applicationOf(id),
    consumer: 'killed',
    leaseMs: 1_500,
    most: 1,
    policy: webhookPolicy,
  };
  const [, leased] = await Promise.all([publishEvents(redis, [{ event, targets: ['hr'] }]), leaseEvents(redis, lease)]);
  expect(leased).toHaveLength(1);
  expect(receiver.at('/killed')).toEqual([]);
  const [received] = await receiver.next('/killed');
  expect(received?.headers['webhook-id']).toBe(event.id);
  expect(await untilAttempts({ viewer, id }, 1)).toMatchObject([{ number: 2, outcome: 'DELIVERED' }]);
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

test('after the tenth attempt an event is given up; it lies among the failed, and can be sent once more', async () => {
  const { viewer, id, tenant } = await endpointAt('/refuses');
  receiver.answer('/refuses', ...Array.from({ length: 10 }, () => status(500)));
  const eventId = await publish(viewer);
  for (let count = 1; count < 10; count += 1) {
    await untilAttempts({ viewer, id }, count);
    await vi.waitFor(async () => expect(await hastenTarget(redis, tenant, applicationOf(id))).toBe(1));
  }
  const [last] = await untilAttempts({ viewer, id }, 10);
  expect(last).toMatchObject({ number: 10, nextAttemptAt: null });
  const stored = () =>
    testing.subgraph.work(({ em }) =>
      em.execute('select status from events.event_tracking where event_id = ? and target_application = ?', [
        eventId,
        applicationOf(id),
      ]),
    );
  await vi.waitFor(async () => expect(await stored()).toEqual([{ status: 'FAILED' }]), 5_000);
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { pending: 0, failed: 1 } });
  const AGAIN = 'mutation ($id: ID!) { redeliverWebhook(attemptId: $id) }';
  expect(await viewer.run(AGAIN, { id: last?.id })).toEqual({ redeliverWebhook: eventId });
  const [again] = await untilAttempts({ viewer, id }, 11);
  expect(again).toMatchObject({ eventId, number: 1, outcome: 'DELIVERED', isReplay: true });
  expect(await stored()).toEqual([]);
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { failed: 0 } });
}, 20_000);

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
  expect(await next).toMatchObject({
    value: {
      data: { webhookChanged: { endpointId: id, attempt: { outcome: 'DELIVERED', eventType: 'webhook.test' } } },
    },
  });
  await changes.return?.();
  expect(receiver.at('/untried')).toEqual([]);
});

test('a paused endpoint is told nothing until it is resumed, and a removed one nothing ever', async () => {
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
