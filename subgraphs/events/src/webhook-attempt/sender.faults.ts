import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { hastenTarget } from '@mycelium/bus/target';
import { createLog } from '@mycelium/kit/log';
import { openOutsideFetch } from '@mycelium/kit/outside-fetch';
import type { Event } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, it, vi } from 'vitest';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { status } from './receiver.testing.ts';
import { webhookPolicy } from './schedule.ts';
import { send } from './send.ts';
import { ENDPOINT, openTold, verify } from './told.testing.ts';

/** Each waits for most of its time, for an endpoint of its own. */
const test = it.concurrent;

const told = await openTold();
const { endpointAt, publish, receiver, redis, testing, untilAttempts } = told;
afterAll(told.close);

/** Writes as long as somebody reads. */
function goOn(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = (): void => {
    while (response.write(chunk));
  };
  response.on('drain', more).on('error', () => undefined);
  response.writeHead(200);
  more();
}

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

test.each<[string, (response: ServerResponse) => void]>([
  ['never ends', (response) => response.writeHead(200).write('so far')],
  [
    'is cut',
    (response) => response.writeHead(200, { 'content-length': '100' }).write('so far', () => response.destroy()),
  ],
  ['is not what its encoding says', status(200, { 'content-encoding': 'gzip' }, 'so far')],
  ['goes on and on', goOn],
  ['is a bomb', status(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000)))],
])('a receiver that answered 200 has the message once, though its body %s', async (name, answer) => {
  const path = `/ok-${name.replaceAll(' ', '-').replaceAll(/[^a-z-]/g, '')}`;
  receiver.answer(path, answer);
  const endpoint = await endpointAt(path);
  await publish(endpoint.viewer);
  const [attempt] = await untilAttempts(endpoint, 1);
  expect(attempt).toMatchObject({ outcome: 'DELIVERED', status: 200, nextAttemptAt: null });
  await vi.waitFor(
    async () =>
      expect(await endpoint.viewer.run(ENDPOINT, { id: endpoint.id })).toMatchObject({
        webhookEndpoint: { pending: 0, failingSince: null },
      }),
    5_000,
  );
  expect(receiver.at(path)).toHaveLength(1);
});

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

test('410 disables an endpoint and raises an alert; what comes is kept, and sent when it is resumed', async () => {
  const endpoint = await endpointAt('/gone', { eventTypes: ['config.updated'] });
  const { viewer, id, tenant } = endpoint;
  receiver.answer('/gone', status(410));
  const first = await publish(viewer);
  await vi.waitFor(
    async () =>
      expect(await viewer.run(ENDPOINT, { id })).toMatchObject({
        webhookEndpoint: { status: 'DISABLED', trouble: 'GONE', pending: 1 },
      }),
    5_000,
  );
  const ALERTS = 'alerts { edges { node { kind endpointId recoveredAt } } }';
  const alertIs = (recoveredAt: unknown) => ({
    alerts: { edges: [{ node: { kind: 'WEBHOOK_DISABLED', endpointId: id, recoveredAt } }] },
  });
  expect(await viewer.ofTenant(ALERTS, { t: tenant })).toEqual(alertIs(null));
  const second = await publish(viewer);
  expect(await viewer.refusal('mutation ($id: ID!) { sendTestEvent(endpointId: $id) }', { id })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { pending: 2 } });
  await viewer.run('mutation ($id: ID!) { resumeWebhookEndpoint(id: $id) { status } }', { id });
  const received = await receiver.next('/gone', 3);
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(expect.arrayContaining([first, second]));
  expect(await viewer.ofTenant(ALERTS, { t: tenant })).toEqual(alertIs(expect.any(String)));
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
  await vi.waitFor(
    async () =>
      expect(await viewer.run(ENDPOINT, { id })).toMatchObject({
        webhookEndpoint: { status: 'DISABLED', trouble: 'FAILING' },
      }),
    5_000,
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
    log: createLog('events', 'silent'),
    lookup: (_name, { all }, answer) => {
      const address = { address: '127.0.0.1', family: 4 };
      if (all) answer(null, [address]);
      else answer(null, address.address, address.family);
    },
  });
  const url = receiver.url.replace('127.0.0.1', 'harmless.example');
  const sent = await send(
    outside.fetch,
    { tenantId: endpoint.tenant, url: `${url}/inside`, headers: {}, body: '' },
    new AbortController().signal,
  );
  expect(sent).toMatchObject({ outcome: 'INNER_ADDRESS' });
  expect(receiver.at('/inside')).toEqual([]);
  await outside.close();
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
  const [, leased] = await Promise.all([
    publishToBus(redis, [{ event, targets: ['hr'] }]),
    leaseDeliveries(redis, lease),
  ]);
  expect(leased).toHaveLength(1);
  expect(receiver.at('/killed')).toEqual([]);
  const [received] = await receiver.next('/killed');
  expect(received?.headers['webhook-id']).toBe(event.id);
  expect(await untilAttempts({ viewer, id }, 1)).toMatchObject([{ number: 2, outcome: 'DELIVERED' }]);
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
  await vi.waitFor(async () => expect(await stored()).toEqual([{ status: 'FAILED' }]));
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { pending: 0, failed: 1 } });
  const AGAIN = 'mutation ($id: ID!) { redeliverWebhook(attemptId: $id) }';
  expect(await viewer.run(AGAIN, { id: last?.id })).toEqual({ redeliverWebhook: eventId });
  const [again] = await untilAttempts({ viewer, id }, 11);
  expect(again).toMatchObject({ eventId, number: 1, outcome: 'DELIVERED', isReplay: true });
  expect(await stored()).toEqual([]);
  expect(await viewer.run(ENDPOINT, { id })).toMatchObject({ webhookEndpoint: { failed: 0 } });
}, 20_000);
