import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { createClient } from 'graphql-ws';
import { Redis } from 'ioredis';
import { Agent, fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { stringify } from 'yaml';
import { compose } from '../bistro/bistro.ts';
import { writeCertificate } from '../bistro/certificate.ts';
import { createMenu, type Menu } from '../bistro/menu.ts';
import { type Served, serveAlone } from '../bistro/subgraph.ts';
import { createTenants } from '../bistro/tenants.ts';
import { until, watch } from '../bistro/watch.ts';
import { type FaultyServer, serveFaulty } from '../traffic/server.ts';
import { runAlone } from './process.ts';

const NOWHERE = 'http://127.0.0.1:1/graphql';

let folder: string;
let menu: Menu;
let tenants: Served;
let menus: FaultyServer[];
let events: Served;
let gateway: ChildProcess | undefined;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  menu = createMenu(undefined);
  const people = await createTenants(undefined);
  tenants = await serveAlone(people);
  events = await serveAlone(menu);
  menus = [await serveFaulty(menu), await serveFaulty(menu)];
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  const subgraphs = [
    { name: 'menu', url: NOWHERE, sdl: menu.sdl },
    { name: 'tenants', url: tenants.url, sdl: people.sdl },
  ];
  await writeFile(join(folder, 'supergraph.graphql'), compose(subgraphs));
});
afterEach(async () => {
  gateway?.kill('SIGKILL');
  for (const end of ends.splice(0)) await end();
  for (const server of [...menus, events, tenants]) await server.crash();
  await rm(folder, { recursive: true });
});

async function run(settings: object | string) {
  const file = join(folder, 'gateway.yml');
  await writeFile(file, typeof settings === 'string' ? settings : stringify(settings));
  const running = runAlone(['--supergraph', join(folder, 'supergraph.graphql'), '--port', '0', '--config', file]);
  gateway = running.child;
  return running;
}
const atMenu = () => ({ url: menus.map(({ url }) => url), subscriptions: events.url.replace('http', 'ws') });

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  data?: any;
  errors?: { extensions: Record<string, unknown> }[];
}

function asker(url: string, dispatcher?: Agent) {
  return async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      dispatcher,
    });
    return { ...((await response.json()) as Answer), status: response.status, headers: response.headers };
  };
}

describe('a gateway alone does what its settings say', () => {
  it('about subgraphs, headers, the cache, REST, the playground, limits and TLS', async () => {
    const tls = { certificate: 'gateway.crt', key: 'gateway.key' };
    await writeCertificate({ certificate: join(folder, tls.certificate), key: join(folder, tls.key) });
    await writeFile(join(folder, 'rest.yml'), 'GET /api/dishes: { operation: Dishes, answer: /dishes }');
    await mkdir(join(folder, 'playground'));
    await writeFile(join(folder, 'playground/index.html'), '<title>playground</title>');
    await writeFile(join(folder, 'dishes.graphql'), 'query Dishes { dishes { name } }');
    const { listening } = await run({
      subgraphs: { menu: atMenu() },
      traffic: { timeoutMs: 500, retries: 0, restMs: 60_000 },
      headers: [{ forward: 'accept-language' }, { insert: 'x-from', value: 'gateway' }],
      cacheSeconds: { Dish: 60 },
      limits: { free: { depth: 3, aliases: 2 } },
      rest: { manifest: 'rest.yml', operations: ['dishes.graphql'] },
      playground: 'playground',
      tls,
    });
    const url = await listening();
    const ca = await readFile(join(folder, tls.certificate));
    const dispatcher = new Agent({ connect: { ca } });
    const ask = asker(url, dispatcher);

    const query = '{ dish(id: "1") { name } }';
    const first = await ask({ query }, { 'accept-language': 'es' });
    expect([first.data, first.headers.get('x-cache')]).toEqual([{ dish: { name: 'pastor' } }, 'miss']);
    expect(menus.flatMap(({ asked }) => asked.map(({ headers }) => headers))).toMatchObject([
      { 'accept-language': 'es', 'x-from': 'gateway' },
    ]);
    expect((await ask({ query }, { 'accept-language': 'es' })).headers.get('x-cache')).toBe('hit');

    const deep = await ask({ query: '{ deep { deeper { deeper { end } } } }' });
    expect(deep.errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_LARGE', limit: 'depth', allowed: 3 } }]);
    const rest = await fetch(`${url}/api/dishes`, { dispatcher });
    expect(await rest.json()).toEqual([{ name: 'pastor' }, { name: 'suadero' }]);

    const openApi = await (await fetch(`${url}/api/openapi.json`, { dispatcher })).json();
    expect(openApi).toMatchObject({ paths: { '/api/dishes': { get: { operationId: 'Dishes' } } } });
    expect(openApi).not.toHaveProperty('security');
    expect(await (await fetch(`${url}/playground/`, { dispatcher })).text()).toContain('playground');

    const [one, other] = menus as [FaultyServer, FaultyServer];
    one.fault = 'cut';
    for (const id of ['1', '2', '3', '4', '5', '6']) {
      expect((await ask({ query: `{ dish(id: "${id}") { price } }` })).errors).toBeUndefined();
    }
    other.fault = 'silence';
    one.fault = 'silence';
    const late = await ask({ query: '{ whoAsks }' });
    expect(late.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'menu' } }]);

    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { ca });
        }
      },
    });
    const changes = watch(client, 'subscription { dishChanged(tenantId: "any") { dish { price } } }');
    await until(() => menu.watchers() === 1);
    menu.change('1', 45);
    await until(() => changes.results.length === 1);
    expect(events.sockets()).toBe(1);
    await client.dispose();
  });

  it('about rates, proxies, persisted operations and what one client may have open', async () => {
    const text = 'query Dishes { dishes { name } }';
    const tick = 'subscription Tick { tick }';
    await mkdir(join(folder, 'operations/app'), { recursive: true });
    const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
    const manifest = Object.fromEntries([text, tick].map((document) => [`sha256:${hashOf(document)}`, document]));
    await writeFile(join(folder, 'operations/app/persisted-documents.json'), JSON.stringify(manifest));
    const { listening, child, seen } = await run({
      subgraphs: { menu: atMenu() },
      operations: 'operations',
      documents: 'persisted',
      ratePerAddress: { operations: 3, seconds: 3600 },
      trustedProxies: ['127.0.0.1'],
      live: { subscriptionsPerConnection: 1 },
      slowConsumers: { default: 'latest' },
      drainMs: 0,
    });
    const url = await listening();
    const ask = asker(url);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    expect((await ask({ documentId: `sha256:${hashOf(text)}` }, from('192.0.2.1'))).data.dishes).toHaveLength(2);
    const free = await ask({ query: '{ whoAsks }' }, from('192.0.2.1'));
    expect(free.errors).toMatchObject([{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }]);
    expect((await ask({ query: text }, from('192.0.2.1'))).headers.get('ratelimit-remaining')).toBe('0');
    expect(await ask({ query: text }, from('192.0.2.1'))).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await ask({ query: text }, from('192.0.2.2'))).status).toBe(200);

    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: string[] = [];
    socket.on('message', (message) => messages.push(String(message)));
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.once('open', () => say({ type: 'connection_init' }));
    await until(() => messages.length === 1);
    // The id comes back with each message: a cheap way to large ones.
    say({ type: 'subscribe', id: 'x'.repeat(900_000), payload: { query: tick } });
    await until(() => menu.watchers() === 1);
    say({ type: 'subscribe', id: 'second', payload: { query: tick } });
    await until(() => messages.length === 2);
    expect(JSON.parse(messages[1] ?? '')).toMatchObject({
      type: 'error',
      id: 'second',
      payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 1 } }],
    });
    socket.pause();
    const metrics = async () => {
      menu.tick(1);
      return (await fetch(`${url}/metrics`)).text();
    };
    await expect
      .poll(metrics, { interval: 10 })
      .toContain('slow_consumers_total{field="Subscription.tick",outcome="coalesced"}');
    socket.terminate();
    child.kill('SIGTERM');
    await until(() => seen.code !== undefined, 'the gateway to end');
  });

  it('about Redis: answers are kept there, and rates are counted there', async () => {
    const dataDir = join(folder, 'redis');
    await mkdir(dataDir);
    const redis = await startRedis({ dataDir });
    const relay = new Redis(redis.url);
    ends.push(async () => relay.disconnect(), redis.stop);
    const { listening } = await run({
      subgraphs: { menu: atMenu() },
      redisUrl: redis.url,
      cacheSeconds: { Dish: 60 },
      ratePerAddress: { operations: 1_000, seconds: 3_600 },
    });
    const ask = asker(await listening());
    const price = async () => {
      const { data, headers } = await ask({ query: '{ dish(id: "1") { price } }' });
      return [data.dish.price, headers.get('x-cache')];
    };
    await expect.poll(price).toEqual([30, 'hit']);
    menu.change('1', 77);
    expect(await price()).toEqual([30, 'hit']);
    // Whoever knows of a change says so, under whatever name.
    await relay.publish('mycelium:feed:menu', 'changed');
    await expect.poll(price).toEqual([77, 'hit']);
    expect(Number(await relay.get('mycelium:rate:address:127.0.0.1'))).toBeGreaterThan(3);
  });
});

it('does not start with settings that are wrong, and says each mistake by its place', async () => {
  const { seen } = await run('subgraph: {}\ntraffic: { timeoutMs: soon }');
  await until(() => seen.code !== undefined, 'the gateway to end');
  const file = join(folder, 'gateway.yml');
  expect([seen.code, seen.err.trim().split('\n')]).toEqual([
    1,
    [`${file}: traffic.timeoutMs: is whole milliseconds.`, `${file}: Unrecognized key: "subgraph".`],
  ]);
});
