import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const mine = { t: 'las-reinas' };

let bistro: Bistro;
afterEach(() => bistro?.close());

const metric = async (name: string) => {
  const lines = (await (await fetch(`${bistro.url}/metrics`)).text()).split('\n');
  const line = lines.find((each) => each.startsWith(`mycelium_gateway_${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

it('sockets and event streams are counted apart, and what was delivered and resumed on both', async () => {
  bistro = await openBistro();
  const { menu, tenants, client, url } = bistro;
  for (const price of [1, 2, 3]) menu.change('1', price);
  const token = await tenants.login();
  const here = client(token);
  const live = watch(here, CHANGED, mine);
  await until(() => menu.watchers() === 1);
  const headers = { authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: CHANGED, variables: mine, extensions: { after: '1' } });
  const stream = await readEvents(`${url}/graphql`, { body, headers });
  await until(() => stream.results().length === 2);
  expect(await metric('connections{transport="socket"}')).toBe(1);
  expect(await metric('connections{transport="events"}')).toBe(1);
  const accepted = (transport: string) =>
    metric(`operation_seconds_count{kind="subscription",transport="${transport}",outcome="ok"}`);
  expect([await accepted('socket'), await accepted('events')]).toEqual([1, 1]);
  expect(await metric('subscription_messages_total')).toBe(2);
  const refused = watch(here, 'subscription { tock }');
  await until(() => refused.failure !== undefined);
  expect(await metric('operation_seconds_count{kind="unknown",transport="socket",outcome="errors"}')).toBe(1);

  menu.change('1', 4);
  await until(() => live.results.length === 1 && stream.results().length === 3 && menu.watchers() === 1);
  expect(await metric('subscriptions_resumed_total{how="caught up"}')).toBe(1);
  const back = watch(here, CHANGED, mine, { after: '4' });
  await expect.poll(() => metric('subscriptions_resumed_total{how="at once"}')).toBe(1);
  const before = (await metric('subscription_messages_total')) ?? 0;
  menu.change('1', 5);
  await until(() => back.results.length === 1);
  expect(await metric('subscription_messages_total')).toBe(before + 3);

  stream.close();
  await expect.poll(() => metric('connections{transport="events"}')).toBe(0);
  here.terminate();
  await expect.poll(() => metric('connections{transport="socket"}')).toBe(0);
});

it('renewals are counted by what came of them', async () => {
  bistro = await openBistro();
  const { tenants, url } = bistro;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: unknown[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const say = (type: string, authorization: string) =>
    socket.send(JSON.stringify({ type, payload: { authorization: `Bearer ${authorization}` } }));
  await new Promise((resolve) => socket.once('open', resolve));
  say('connection_init', await tenants.login());
  await until(() => messages.length === 1);
  say('ping', await tenants.login({ expiresIn: '1h' }));
  await until(() => messages.length === 2);
  expect(await metric('token_renewals_total{outcome="renewed"}')).toBe(1);
  tenants.down = 'the database is away';
  say('ping', `gg_live_${'x'.repeat(32)}`);
  await until(() => messages.length === 3);
  expect(messages[2]).toEqual({ type: 'pong', payload: { renewed: false } });
  expect(await metric('token_renewals_total{outcome="unchecked"}')).toBe(1);
  say('ping', await tenants.login({ userId: 'somebody-else' }));
  expect(await closed).toBe(4403);
  expect(await metric('token_renewals_total{outcome="refused"}')).toBe(1);
});
