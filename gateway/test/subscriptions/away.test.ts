import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Bistro, compose, openBistro } from '../bistro/bistro.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';
import { type FaultyServer, serveFaulty } from '../traffic/server.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const CHANGED_WITH_CHEF = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price chef { name } } } }';
const mine = { t: 'las-reinas' };

let bistro: Bistro;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  await bistro.close();
  for (const close of closers.splice(0)) await close();
});

const whole = (price: number) => ({ data: { dishChanged: { dish: { price, chef: { name: 'Ana' } } } } });
const part = (price: number) => ({ data: { dishChanged: { dish: { price, chef: null } } } });

describe('while a subgraph that should complete events is away', () => {
  async function open(eventWaitMs: number) {
    const servers: FaultyServer[] = [];
    bistro = await openBistro({
      eventWaitMs,
      locate: async (_menu, subgraph) => {
        const server = await serveFaulty(subgraph);
        servers.push(server);
        closers.push(server.crash);
        return { tenants: { url: server.url } };
      },
    });
    const [tenants] = servers;
    if (!tenants) throw new Error('There is no server.');
    const here = bistro.client(await bistro.tenants.login());
    const joined = watch(here, CHANGED_WITH_CHEF, mine);
    const flat = watch(here, CHANGED, mine);
    await until(() => bistro.menu.watchers() === 2);
    return { tenants, joined, flat };
  }

  const waits = () => bistro.log.filter(({ msg }) => msg === 'events wait for a subgraph that is away').length;

  it.each([
    ['answers garbage', 200],
    ['fails', 500],
    ['cuts the connection', 'cut'],
    ['never answers', 'silence'],
  ] as const)('and %s, they wait, and come whole, each once and in order', async (_what, fault) => {
    const { tenants, joined, flat } = await open(30_000);
    bistro.menu.change('1', 1);
    await until(() => joined.results.length === 1);
    tenants.fault = fault;
    for (const price of [2, 3, 4]) bistro.menu.change('1', price);
    await until(() => flat.results.length === 4 && waits() === 1);
    expect(joined.results).toHaveLength(1);
    tenants.fault = undefined;
    await until(() => joined.results.length === 4);
    bistro.menu.change('1', 5);
    await until(() => joined.results.length === 5);
    expect(joined.results).toEqual([1, 2, 3, 4, 5].map(whole));
    expect(joined.cursors).toEqual(['1', '2', '3', '4', '5']);
    expect(waits()).toBe(1);
  });

  it('what there is of them is told when they have waited long enough, and at once from then on', async () => {
    const { tenants, joined } = await open(1_000);
    tenants.fault = 500;
    bistro.menu.change('1', 1);
    await until(() => joined.results.length === 1);
    const told = Date.now();
    for (const price of [2, 3, 4]) bistro.menu.change('1', price);
    await until(() => joined.results.length === 4);
    expect(Date.now() - told).toBeLessThan(1_000);
    expect(joined.results).toMatchObject([1, 2, 3, 4].map(part));
    expect(joined.results[0]?.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'tenants' } }]);
    tenants.fault = undefined;
    await until(() => {
      bistro.menu.change('1', 5);
      return joined.results.at(-1)?.errors === undefined;
    });
    expect(joined.results.at(-1)).toEqual(whole(5));
  });

  it('one for which it fails though it says that it is well does not hold up the others for long', async () => {
    const { joined } = await open(30_000);
    bistro.tenants.down = 'this one is too heavy';
    bistro.tenants.local.health = async () => ({ postgres: 'ok', redis: 'ok' });
    bistro.menu.change('1', 1);
    await until(() => joined.results.length === 1);
    expect(joined.results).toMatchObject([part(1)]);
  });

  it('a subscription that ends meanwhile leaves nothing behind', async () => {
    const { tenants, joined, flat } = await open(30_000);
    tenants.fault = 500;
    bistro.menu.change('1', 1);
    await until(() => tenants.asked.length > 2);
    joined.stop();
    flat.stop();
    await until(() => bistro.menu.watchers() === 0);
    const { length } = tenants.asked;
    bistro.menu.change('1', 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tenants.asked.length - length).toBeLessThan(2);
  });
});

/** A subgraph behind a socket whose events are written by the test, and where its subscriptions begin. */
async function rainfall() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  await once(server, 'listening');
  const subscribed: { after: unknown; say(message: Record<string, unknown>): void }[] = [];
  server.on('connection', (socket: WebSocket) => {
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'subscribe') return;
      const after = Object.values(payload.variables ?? {})[0];
      subscribed.push({ after, say: (message) => socket.send(JSON.stringify({ id, ...message })) });
    });
  });
  closers.push(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  bistro = await openBistro();
  const sdl = `
    scalar Cursor
    type Query { rain: Int }
    type Subscription { rainFell(after: Cursor): RainFall }
    type RainFall { cursor: Cursor! depth: Int place: String }
  `;
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const nobody = 'http://127.0.0.1:1';
  await bistro.reload(
    compose([
      { name: 'menu', url: nobody, sdl: bistro.menu.sdl },
      { name: 'tenants', url: nobody, sdl: bistro.tenants.sdl },
      { name: 'rain', url: at, sdl },
    ]),
  );
  const seen: Watch = watch(bistro.client(), 'subscription { rainFell { depth place } }');
  const nth = async (count: number) => {
    await until(() => subscribed.length === count);
    const last = subscribed[count - 1];
    if (!last) throw new Error('Nobody has subscribed.');
    return last;
  };
  return { seen, nth };
}

const fell = (depth: number) => ({ rainFell: { depth, place: 'Puebla', _mycelium_cursor: String(depth) } });
const told = (depth: number) => ({ data: { rainFell: { depth, place: 'Puebla' } } });
const error = (code: string) => ({ message: code, extensions: { code } });
const next = (payload: Record<string, unknown>) => ({ type: 'next', payload });

describe('a subgraph that has an event', () => {
  it.each([
    ['nothing of it', { data: { rainFell: null }, errors: [error('UNAVAILABLE')] }],
    [
      'a part of it',
      { data: { rainFell: { depth: 2, place: null, _mycelium_cursor: '2' } }, errors: [error('UNAVAILABLE')] },
    ],
    ['errors alone', { errors: [error('UNAVAILABLE')] }],
  ])('but is away and tells %s is asked again behind the last one that was whole', async (_what, payload) => {
    const { seen, nth } = await rainfall();
    const first = await nth(1);
    first.say(next({ data: fell(1) }));
    first.say(next(payload));
    first.say(next({ data: fell(3) }));
    const second = await nth(2);
    expect(second.after).toBe('1');
    for (const depth of [2, 3]) second.say(next({ data: fell(depth) }));
    await until(() => seen.results.length === 3);
    expect(seen.results).toEqual([1, 2, 3].map(told));
    expect(seen.cursors).toEqual(['1', '2', '3']);
  });

  it('and tells errors and no data of it goes on with the next one', async () => {
    const { seen, nth } = await rainfall();
    const { say } = await nth(1);
    say(next({ data: fell(1) }));
    say(next({ errors: [error('TOO_WET')] }));
    say(next({ data: fell(3) }));
    await until(() => seen.results.length === 3);
    expect(seen.results).toMatchObject([told(1), { data: { rainFell: null }, errors: [error('TOO_WET')] }, told(3)]);
    say(next({ errors: [error('TOO_WET')] }));
    await until(() => seen.results.length === 4);
    expect([seen.failure, seen.completed]).toEqual([undefined, false]);
  });

  it('and ends with errors and no data has refused', async () => {
    const { seen, nth } = await rainfall();
    const { say } = await nth(1);
    say(next({ data: fell(1) }));
    say(next({ errors: [error('FORBIDDEN')] }));
    say({ type: 'complete' });
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([error('FORBIDDEN')]);
    expect(seen.results).toEqual([told(1)]);
  });
});
