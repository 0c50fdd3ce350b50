import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const mine = { t: 'las-reinas' };

let bistro: Bistro | undefined;
afterEach(() => bistro?.close());

const subscriptions = (count: number, url = bistro?.url) =>
  expect
    .poll(() => fetch(`${url}/metrics`).then((response) => response.text()))
    .toContain(`mycelium_gateway_subscriptions ${count}\n`);

describe('limits', () => {
  it('refuse one subscription too many, and it alone', async () => {
    bistro = await openBistro({ liveLimits: { subscriptionsPerConnection: 2 } });
    const { menu, client } = bistro;
    const here = client();
    const first = watch(here, 'subscription { tick }');
    watch(here, 'subscription { tick }');
    const third = watch(here, 'subscription { tick }');
    await until(() => third.failure !== undefined);
    expect(third.failure).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 2 } }]);
    const query = watch(here, '{ dish(id: "1") { price } }');
    await until(() => query.completed);
    first.stop();
    const settled = watch(here, '{ dish(id: "1") { price } }');
    await until(() => settled.completed);
    const fourth = watch(here, 'subscription { tick }');
    await subscriptions(2);
    menu.tick(1);
    await until(() => fourth.results.length === 1);
  });

  it.each([
    ['viewer', 'connectionsPerViewer'],
    ['tenant', 'connectionsPerTenant'],
    ['address', 'connectionsPerAddress'],
  ])(
    'close one socket of a %s too many with 4429, count event streams too, and let the next in when one leaves',
    async (_of, limit) => {
      bistro = await openBistro({ liveLimits: { [limit]: 1 } });
      const { menu, tenants, client, url } = bistro;
      const token = await tenants.login();
      const first = client(token);
      watch(first, CHANGED, mine);
      await until(() => menu.watchers() === 1);
      const refused = watch(client(token), CHANGED, mine);
      await until(() => refused.failure !== undefined);
      expect(refused.failure).toMatchObject({ code: 4429 });
      const body = JSON.stringify({ query: CHANGED, variables: mine });
      const headers = { authorization: `Bearer ${token}` };
      const tooMany = await readEvents(`${url}/graphql`, { body, headers });
      expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, '10']);
      first.terminate();
      await until(() => menu.watchers() === 0);
      const stream = await readEvents(`${url}/graphql`, { body, headers });
      expect(stream.status).toBe(200);
      stream.close();
    },
  );
});

describe('a client that does not read', () => {
  const NAMES = Array.from({ length: 40 }, (_each, index) => `n${index}: name`).join(' ');
  const BIG = `subscription { dishChanged(tenantId: "any") { dish { price ${NAMES} } } }`;

  /** A client whose socket can be left unread. */
  const openSlow = async (url: string) => {
    const { hostname, port } = new URL(url);
    const raw = connect(Number(port), hostname);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      createConnection: () => raw,
    });
    const prices: number[] = [];
    let closed: number | undefined;
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'next') prices.push(payload.data.dishChanged.dish.price);
    });
    socket.on('close', (code) => {
      closed = code;
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: BIG } }));
    return { raw, prices, closed: () => closed, end: () => socket.terminate() };
  };

  const counted = async (outcome: string) => {
    const text = await (await fetch(`${bistro?.url}/metrics`)).text();
    const line = new RegExp(`slow_consumers_total\\{field="Subscription.dishChanged",outcome="${outcome}"\\} (\\d+)`);
    return Number(line.exec(text)?.[1] ?? 0);
  };

  it.each([
    ['latest', 'coalesced'],
    ['drop-oldest', 'dropped'],
  ] as const)(
    'with the policy %s gets the newest when it reads again',
    { timeout: 60_000 },
    async (policy, outcome) => {
      bistro = await openBistro({ open: true, slowConsumers: { 'Subscription.dishChanged': policy } });
      const { menu, client } = bistro;
      const slow = await openSlow(bistro.url);
      const quick = watch(client(), BIG);
      await subscriptions(2);
      menu.change('1', 1);
      await until(() => slow.prices.length === 1 && quick.results.length === 1);
      slow.raw.pause();
      let written = 1;
      while ((await counted(outcome)) < 50 && written < 100_000) {
        for (let count = 0; count < 100; count += 1) menu.change('1', ++written);
        await until(() => quick.results.length === written);
      }
      slow.raw.resume();
      await until(() => slow.prices.at(-1) === written, 'the newest');
      expect(slow.prices).toEqual([...slow.prices].sort((one, other) => one - other));
      expect(slow.prices.length).toBe(written - (await counted(outcome)));
      menu.change('1', ++written);
      await until(() => slow.prices.at(-1) === written);
      expect(quick.results.length).toBe(written);
      slow.end();
    },
  );

  it.each([
    ['latest', 'coalesced'],
    ['close', 'closed'],
  ] as const)(
    'of an event stream with the policy %s is served by it too',
    { timeout: 60_000 },
    async (policy, outcome) => {
      bistro = await openBistro({ open: true, slowConsumers: { default: policy } });
      const { menu, client, url } = bistro;
      const stream = request(`${url}/graphql?${new URLSearchParams({ query: BIG })}`, {
        headers: { accept: 'text/event-stream' },
      }).end();
      const [response] = (await once(stream, 'response')) as [IncomingMessage];
      const quick = watch(client(), BIG);
      await subscriptions(2);
      let written = 0;
      while ((await counted(outcome)) === 0 && written < 200_000) {
        for (let count = 0; count < 1_000; count += 1) menu.change('1', ++written);
        await until(() => quick.results.length === written);
      }
      expect(await counted(outcome)).toBeGreaterThan(0);
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('error', () => {});
      if (policy === 'close') await new Promise((resolve) => response.once('close', resolve));
      else await until(() => text.includes(`"price":${written},`), 'the newest');
      expect(quick.failure).toBeUndefined();
      stream.destroy();
    },
  );

  it('is closed with 1013 unless told otherwise, and the others notice nothing', { timeout: 60_000 }, async () => {
    bistro = await openBistro({ open: true });
    const { menu, client } = bistro;
    const slow = await openSlow(bistro.url);
    const quick = watch(client(), BIG);
    await subscriptions(2);
    menu.change('1', 1);
    await until(() => slow.prices.length === 1 && quick.results.length === 1);
    slow.raw.pause();
    let written = 1;
    while ((await counted('closed')) === 0 && written < 200_000) {
      for (let count = 0; count < 1_000; count += 1) menu.change('1', ++written);
      await until(() => quick.results.length === written);
    }
    expect(await counted('closed')).toBeGreaterThan(0);
    slow.raw.resume();
    await until(() => slow.closed() !== undefined);
    expect([1013, 1006]).toContain(slow.closed());
    expect(quick.failure).toBeUndefined();
  });
});
