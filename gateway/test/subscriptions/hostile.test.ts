import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, compose, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';
import { type FaultyServer, serveFaulty } from '../traffic/server.ts';
import { answering, openWeather } from './weather.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const CHANGED_WITH_CHEF = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price chef { name } } } }';
const mine = { t: 'las-reinas' };
const MOMENT_MS = 1_000;

let bistro: Bistro;
let tenants: FaultyServer;
const closers: (() => unknown)[] = [];
beforeEach(async () => {
  bistro = await openBistro({
    eventWaitMs: 0,
    locate: async (_menu, subgraph) => {
      tenants = await serveFaulty(subgraph);
      return { tenants: { url: tenants.url } };
    },
  });
});
afterEach(async () => {
  await bistro.close();
  await tenants.crash();
  for (const close of closers.splice(0)) await close();
});

/** A well-behaved client of the same gateway, to which everything comes at once, over one and the same socket. */
async function bystander() {
  const seen = watch(bistro.client(), 'subscription { tick }');
  const before = bistro.menu.watchers();
  await until(() => bistro.menu.watchers() > before);
  let ticks = 0;
  return async () => {
    const told = Date.now();
    ticks += 1;
    bistro.menu.tick(ticks);
    await until(() => seen.results.length === ticks);
    expect(Date.now() - told).toBeLessThan(MOMENT_MS);
    expect([seen.failure, seen.completed]).toEqual([undefined, false]);
  };
}

describe('a client whose socket says', () => {
  const open = async (init = true) => {
    const raw = connect(Number(new URL(bistro.url).port), '127.0.0.1');
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      createConnection: () => raw,
    });
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    await once(socket, 'open');
    if (init) {
      socket.send('{"type":"connection_init"}');
      await once(socket, 'message');
    }
    return { socket, raw, closed };
  };

  it.each([
    ['what is no JSON', '{garbage', 4400],
    ['bytes', Buffer.from([0, 255, 1, 254]), 4400],
    ['a list', '[]', 4400],
    ['an unknown type', '{"type":"shout"}', 4400],
    ['a subscribe without a payload', '{"type":"subscribe","id":"1"}', 4400],
    ['a query that is no text', '{"type":"subscribe","id":"1","payload":{"query":7}}', 4400],
    [
      'variables that are no object',
      '{"type":"subscribe","id":"1","payload":{"query":"{whoAsks}","variables":"x"}}',
      4400,
    ],
    ['more than a megabyte', 'x'.repeat(1024 * 1024 + 1), 1009],
  ])('%s is closed with a code, and no other notices', async (_what, message, code) => {
    const hears = await bystander();
    const { socket, closed } = await open();
    socket.send(message);
    await hears();
    expect(await closed).toBe(code);
    await hears();
  });

  it.each([
    ['a frame that is none', [0xff, 0xff, 0xff, 0xff], 1002],
    ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
    ['a frame of an exabyte', [0x81, 0xff, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1009],
  ])('%s is closed with a code, and no other notices', async (_what, bytes, code) => {
    const hears = await bystander();
    const { raw, closed } = await open();
    raw.write(Buffer.from(bytes));
    await hears();
    expect(await closed).toBe(code);
    await hears();
  });

  it('the same id twice is closed with 4409, and no other notices', async () => {
    const hears = await bystander();
    const { socket, closed } = await open();
    const subscribe = JSON.stringify({ type: 'subscribe', id: '1', payload: { query: 'subscription { tick }' } });
    socket.send(subscribe);
    socket.send(subscribe);
    expect(await closed).toBe(4409);
    await hears();
    await until(() => bistro.menu.watchers() === 1);
  });
});

it.each([
  ['a number as the position', { after: 7 }],
  ['an object as the position', { after: { of: 'mine' } }],
])('a client that gives %s is told where, and goes on', async (_what, extensions) => {
  const hears = await bystander();
  const here = bistro.client(await bistro.tenants.login());
  const refused = watch(here, CHANGED, mine, extensions);
  await until(() => refused.failure !== undefined);
  expect(refused.failure).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: ['extensions', 'after'] } }]);
  const good = watch(here, CHANGED, mine);
  await until(() => bistro.menu.watchers() === 2);
  bistro.menu.change('1', 5);
  await until(() => good.results.length === 1);
  await hears();
});

it('a browser that comes back with what is no cursor is told what the subgraph says of it', async () => {
  const headers = { authorization: `Bearer ${await bistro.tenants.login()}`, 'last-event-id': 'expired' };
  const stream = await readEvents(`${bistro.url}/graphql`, {
    body: JSON.stringify({ query: CHANGED, variables: mine }),
    headers,
  });
  await until(() => stream.isOver());
  expect(stream.results()).toMatchObject([
    { errors: [{ extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' } }] },
  ]);
});

async function weather(...given: Parameters<typeof openWeather>) {
  const { close, ...subgraph } = await openWeather(...given);
  closers.push(close);
  return subgraph;
}

const serve = (subgraphs: { name: string; url: string; sdl: string }[]) =>
  bistro.reload(
    compose([
      { name: 'menu', url: 'http://127.0.0.1:1', sdl: bistro.menu.sdl },
      { name: 'tenants', url: tenants.url, sdl: bistro.tenants.sdl },
      ...subgraphs,
    ]),
  );

describe('a subgraph whose socket', () => {
  it('never opens, never acknowledges, or says garbage is away for those who asked it, and no other notices', {
    timeout: 30_000,
  }, async () => {
    const hears = await bystander();
    const silent = createServer();
    silent.on('upgrade', (_request, stream) => closers.push(() => stream.destroy()));
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    closers.push(() => silent.close());
    const hail = await weather('hail', () => {});
    hail.url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/graphql`;
    await serve([
      hail,
      await weather('snow', () => {}),
      await weather(
        'rain',
        answering(() => '{garbage'),
      ),
    ]);
    const seen = ['hail', 'snow', 'rain'].map((name) =>
      watch(bistro.client(), `subscription { ${name}Falls { depth } }`),
    );
    while (seen.some(({ failure }) => failure === undefined)) await hears();
    expect(seen.map(({ failure }) => failure)).toMatchObject(
      ['hail', 'snow', 'rain'].map((service) => [{ extensions: { code: 'UNAVAILABLE', service } }]),
    );
    await hears();
  });

  it.each([
    ['a payload of the wrong shape', { data: { rainFalls: 'cats' } }],
    ['half of an event', { data: { rainFalls: { depth: 3 } } }],
    ['a value of the wrong type', { data: { rainFalls: { depth: 'three', place: 'Puebla' } } }],
    ['errors that are no list', { data: { rainFalls: { depth: 3, place: 'Puebla' } }, errors: 'none' }],
    ['nothing', {}],
  ])('says %s ends nothing: that event has an error, the next one is good', async (_what, payload) => {
    const hears = await bystander();
    const next = (given: unknown) => (id: string) => ({ type: 'next', id, payload: given });
    const good = { data: { rainFalls: { depth: 4, place: 'Puebla' } } };
    await serve([await weather('rain', answering(next(payload), next(good)))]);
    const seen = watch(bistro.client(), 'subscription { rainFalls { depth place } }');
    await until(() => seen.results.length === 2 || seen.failure !== undefined);
    expect([seen.failure, seen.results[1]]).toEqual([undefined, good]);
    expect(seen.results[0]?.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    await hears();
  });
});

describe('a subgraph that should complete an event', () => {
  it.each([
    ['answers garbage', 200],
    ['fails', 500],
    ['cuts the connection', 'cut'],
    ['never answers', 'silence'],
  ] as const)('and %s leaves the rest of it, and no other subscription waits for it', async (_what, fault) => {
    const here = bistro.client(await bistro.tenants.login());
    const whole = watch(here, CHANGED_WITH_CHEF, mine);
    const part = watch(here, CHANGED, mine);
    await until(() => bistro.menu.watchers() === 2);
    const hears = await bystander();
    tenants.fault = fault;
    const told = Date.now();
    bistro.menu.change('1', 5);
    await until(() => part.results.length === 1);
    expect(Date.now() - told).toBeLessThan(MOMENT_MS);
    while (whole.results.length === 0) await hears();
    expect(whole.results[0]).toMatchObject({
      data: { dishChanged: { dish: { price: 5 } } },
      errors: [{ extensions: { code: 'UNAVAILABLE', service: 'tenants' } }],
    });
    tenants.fault = undefined;
  });
});
