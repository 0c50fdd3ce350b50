import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictureSources } from '@mycelium/schema/pictures';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());
const get = (path: string, init?: RequestInit) => fetch(`${bistro.url}${path}`, { redirect: 'manual', ...init });

describe.each(placements)('health, with subgraphs %s', (placement) => {
  it('is ready while a subgraph has what it needs, and says what is missing', async () => {
    bistro = await openBistro({ placement });
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', missing: [] }]);
    bistro.menu.down = 'connection refused';
    const missing = await get('/health/ready');
    expect(missing.status).toBe(200);
    expect(await missing.json()).toMatchObject({ missing: ['menu: postgres: connection refused'] });
    expect(await (await get('/health')).json()).toMatchObject({
      status: 'degraded',
      version: expect.any(String),
      uptime: expect.any(Number),
      subgraphs: { menu: { status: 'degraded' }, tenants: { status: 'ok' } },
      database: 'connection refused',
      redis: 'not used',
    });
    bistro.tenants.down = 'connection refused';
    expect((await get('/health/ready')).status).toBe(503);
  });
});

it('a subgraph that does not listen is missing', async () => {
  bistro = await openBistro({ placement: 'over the network' });
  await bistro.served.menu?.crash();
  delete bistro.served.menu;
  const missing = await get('/health/ready');
  expect(missing.status).toBe(200);
  expect(await missing.json()).toMatchObject({ missing: [expect.stringContaining('menu: reachable: ')] });
});

it('Redis that is away is missing, and requests go on', async () => {
  bistro = await openBistro({ redisUrl: 'redis://127.0.0.1:1' });
  await expect
    .poll(async () => (await get('/health/ready')).json())
    .toMatchObject({
      missing: [expect.stringContaining('gateway: redis: ')],
    });
  expect((await bistro.ask('{ whoAsks }')).status).toBe(200);
});

describe('the apps', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'apps-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), '<!doctype html><title>bistro</title>');
    await writeFile(join(directory, 'sw.js'), 'self.oninstall = () => {}');
    await writeFile(join(directory, 'assets', 'index-Ab3_x9Zq.js'), `// ${'x'.repeat(4096)}`);
  });
  afterAll(() => rm(directory, { recursive: true }));
  const open = async () => {
    bistro = await openBistro({
      apps: (['/app', '/signage', '/playground'] as const).map((path) => ({ path, directory })),
    });
  };

  it('are served with their files, and their pages with index.html', async () => {
    await open();
    for (const path of ['/app/', '/app/menu/7?tab=price', '/signage/', '/signage/board', '/playground/']) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(await response.text()).toContain('bistro');
    }
    expect((await get('/')).headers.get('location')).toBe('/app/');
    expect((await get('/app')).headers.get('location')).toBe('/app/');
    expect((await get('/app/assets/gone-Ab3_x9Zz.js')).status).toBe(404);
    expect((await get('/playground/nowhere')).status).toBe(404);
  });

  it('may be kept for ever where the name has a hash, and never where it has not', async () => {
    await open();
    const hashed = await get('/app/assets/index-Ab3_x9Zq.js', { headers: { 'accept-encoding': 'br' } });
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect(hashed.headers.get('content-encoding')).toBe('br');
    expect((await get('/signage/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('may load nothing from elsewhere but pictures', async () => {
    await open();
    const policy = (await get('/playground/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).toContain(`img-src ${pictureSources.join(' ')}`);
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  it('do not lead out of their directory', async () => {
    await open();
    const response = await get('/app/..%2f..%2fetc/passwd');
    expect(await response.text()).not.toContain('root:');
  });
});

describe('the door', () => {
  it('gives each answer a correlation id, the one that came if it is sane', async () => {
    bistro = await openBistro();
    expect(
      (await get('/health/live', { headers: { 'x-correlation-id': 'mine' } })).headers.get('x-correlation-id'),
    ).toBe('mine');
    const made = await get('/health/live', { headers: { 'x-correlation-id': 'no spaces!' } });
    expect(made.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('measures requests and subgraph calls', async () => {
    bistro = await openBistro();
    await bistro.ask('{ dishes { name } }');
    await expect
      .poll(async () => (await get('/metrics')).text())
      .toMatch(/request_seconds_count\{route="\/graphql",method="POST",status="200"\} 1/);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('mycelium_gateway_subgraph_call_seconds_count{subgraph="menu",outcome="ok"} 1');
    expect(metrics).toContain('transport="http",kind="query",outcome="ok"');
  });

  it('closes a socket that does not speak the protocol, and lives on', async () => {
    bistro = await openBistro();
    const socket = (protocol?: string) => new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, protocol);
    const closed = (of: WebSocket) => new Promise((resolve) => of.once('close', resolve));
    const garbage = socket('graphql-transport-ws');
    garbage.once('open', () => garbage.send('{garbage'));
    expect(await closed(garbage)).toBe(4400);
    const huge = socket('graphql-transport-ws');
    huge.once('open', () => huge.send('x'.repeat(1024 * 1024 + 1)));
    expect(await closed(huge)).toBe(1009);
    const early = socket('graphql-transport-ws');
    early.once('open', () =>
      early.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ whoAsks }' } })),
    );
    expect(await closed(early)).toBe(4401);
    expect((await bistro.ask('{ whoAsks }')).status).toBe(200);
  });

  it('closes the socket of a client that does not read, and serves the others', { timeout: 60_000 }, async () => {
    bistro = await openBistro();
    const { menu, client, url } = bistro;
    const lazy = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => lazy.once('open', resolve));
    lazy.send(JSON.stringify({ type: 'connection_init' }));
    await new Promise((resolve) => lazy.once('message', resolve));
    // The id comes back with each message: a cheap way to large ones.
    for (let i = 0; i < 40; i += 1) {
      lazy.send(
        JSON.stringify({
          type: 'subscribe',
          id: `${i}${'x'.repeat(100_000)}`,
          payload: { query: 'subscription { tick }' },
        }),
      );
    }
    lazy.pause();
    const other = watch(client(), 'subscription { tick }');
    await expect.poll(async () => (await get('/metrics')).text()).toContain('mycelium_gateway_subscriptions 41');
    let ticks = 0;
    await expect
      .poll(
        async () => {
          menu.tick(ticks);
          ticks += 1;
          return (await get('/metrics')).text();
        },
        { timeout: 30_000, interval: 20 },
      )
      .toContain('mycelium_gateway_subscriptions 1\n');
    expect(await (await get('/metrics')).text()).toContain(
      'slow_consumers_total{field="Subscription.tick",outcome="closed"} 1',
    );
    await until(() => other.results.length === ticks);
    lazy.terminate();
  });

  it('lets requests finish when it closes', async () => {
    bistro = await openBistro();
    const slow = bistro.ask('{ slow }');
    await until(() => bistro.menu.calls.length === 1);
    const closed = bistro.close();
    await expect
      .poll(() =>
        get('/health/live').then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    bistro.menu.release();
    expect(await slow).toMatchObject({ status: 200, data: { slow: 'done' } });
    await closed;
  });

  it('says goodbye when it closes', async () => {
    bistro = await openBistro();
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const code = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    await bistro.close();
    expect(await code).toBe(1001);
  });
});
