import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { compose } from '../bistro/bistro.ts';
import { createMenu, type Menu } from '../bistro/menu.ts';
import { type Served, serveAlone } from '../bistro/subgraph.ts';
import { createTenants } from '../bistro/tenants.ts';
import { until, watch } from '../bistro/watch.ts';
import { runAlone } from './process.ts';

let directory: string;
let file: string;
let menu: Menu;
let served: Served[];
let gateway: ChildProcess | undefined;
beforeEach(async () => {
  menu = createMenu(undefined);
  const tenants = await createTenants(undefined);
  served = [await serveAlone(menu), await serveAlone(tenants)];
  directory = await mkdtemp(join(tmpdir(), 'alone-'));
  file = join(directory, 'supergraph.graphql');
  const [menuUrl, tenantsUrl] = served.map(({ url }) => url) as [string, string];
  await writeFile(
    file,
    compose([
      { name: 'menu', url: menuUrl, sdl: menu.sdl },
      { name: 'tenants', url: tenantsUrl, sdl: tenants.sdl },
    ]),
  );
});
afterEach(async () => {
  gateway?.kill('SIGKILL');
  for (const server of served) await server.crash();
  await rm(directory, { recursive: true });
});

function run(args: string[], variables?: Record<string, string>) {
  const running = runAlone(args, variables);
  gateway = running.child;
  return running;
}

it('serves any supergraph, open, with subscriptions at the routing urls', async () => {
  const { child, seen, listening } = run(['--supergraph', file, '--port', '0']);
  const url = `${await listening()}/graphql`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ recipe dish(id: "1") { cost chef { name salary } } __schema { queryType { name } } }',
    }),
  });
  expect(await response.json()).toEqual({
    data: {
      recipe: 'secret',
      dish: { cost: 12, chef: { name: 'Ana', salary: 1000 } },
      __schema: { queryType: { name: 'Query' } },
    },
  });

  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
  const changes = watch(client, 'subscription { dishChanged(tenantId: "any") { dish { price chef { name } } } }');
  await until(() => menu.watchers() === 1);
  menu.change('2', 45);
  await until(() => changes.results.length === 1);
  expect(changes.results).toEqual([{ data: { dishChanged: { dish: { price: 45, chef: { name: 'Beto' } } } } }]);
  await client.dispose();

  child.kill('SIGTERM');
  await until(() => seen.code !== undefined, 'the gateway to end');
  expect(seen.code).toBe(0);
});

it('serves what its file has become, and keeps what it had when that is no supergraph', async () => {
  const { listening } = run(['--supergraph', file, '--port', '0']);
  const url = `${await listening()}/graphql`;
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as { data?: unknown };
  };
  const original = await readFile(file, 'utf8');
  const less = original.replace(/^ {2}recipe: .*$/m, '');
  expect(less).not.toBe(original);
  await writeFile(`${file}.new`, less);
  await rename(`${file}.new`, file);
  await expect.poll(() => ask('{ recipe }')).toHaveProperty('errors');
  await writeFile(file, 'no supergraph');
  const health = () => fetch(new URL('/health', url)).then((response) => response.json());
  await expect.poll(health).toHaveProperty('supergraph.refused.reason');
  expect(await ask('{ dish(id: "1") { cost } }')).toEqual({ data: { dish: { cost: 12 } } });
  await writeFile(file, original);
  await expect.poll(() => ask('{ recipe }')).toEqual({ data: { recipe: 'secret' } });
});

it('sends its spans to a collector, and the rest when it ends', async () => {
  const received: string[] = [];
  const collector = createHttpServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(Buffer.concat(chunks).toString());
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const { child, seen, listening } = run(['--supergraph', file, '--port', '0'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  });
  const response = await fetch(`${await listening()}/graphql?query={recipe}`);
  expect(await response.json()).toEqual({ data: { recipe: 'secret' } });
  child.kill('SIGTERM');
  await until(() => seen.code !== undefined, 'the gateway to end');
  const spans = received.flatMap((text) =>
    [...text.matchAll(/"name":"((?:GET|call) [^"]+)"/g)].map(([, name]) => name),
  );
  expect(spans.sort()).toEqual(['GET /graphql', 'call menu']);
  collector.close();
});

it.each([
  ['no file', () => [], 'Name the file of the supergraph.'],
  ['a file that is not there', () => ['--supergraph', '/nowhere.graphql'], '/nowhere.graphql'],
  ['a bad port', () => ['--supergraph', file, '--port', 'x'], '--port x is no port.'],
])('says in one sentence what is wrong with %s', async (_what, args, message) => {
  const { seen } = run(args());
  await until(() => seen.code !== undefined, 'the gateway to end');
  expect(seen.code).toBe(1);
  expect(seen.err).toContain(message);
  expect(seen.err.trim().split('\n')).toHaveLength(1);
});

it('says that its port is taken', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { seen } = run(['--supergraph', file, '--port', port]);
  await until(() => seen.code !== undefined, 'the gateway to end');
  expect([seen.code, seen.err]).toEqual([
    1,
    expect.stringContaining('The port is taken; choose another one with --port.'),
  ]);
  await new Promise((resolve) => holder.close(resolve));
});

it('ends with a code of its own when nobody knows its state any more, and sends its clients away first', async () => {
  const trouble = join(directory, 'trouble.mjs');
  await writeFile(trouble, "process.on('SIGUSR2', () => { throw new Error('nobody catches this'); });");
  const { child, seen, listening } = runAlone(['--supergraph', file, '--port', '0'], {
    NODE_OPTIONS: `--import ${trouble}`,
    DRAIN_MS: '100',
  });
  gateway = child;
  const url = await listening();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const left = once(socket, 'close');
  child.kill('SIGUSR2');
  expect((await left)[0]).toBe(1001);
  await until(() => seen.code !== undefined);
  expect(seen.code).toBe(70);
  expect(seen.out).toContain('nobody catches this');
});
