import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from '@mycelium/kit/tracing';
import { createClient } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { HeaderRules } from '../../src/calls/header-rules.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';
import { type FaultyServer, serveFaulty } from './server.ts';

let bistro: Bistro;
let menu: FaultyServer;
let tenants: FaultyServer;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function open(headers: HeaderRules): Promise<void> {
  bistro = await openBistro({
    traffic: { headers },
    locate: async (menuSubgraph, tenantsSubgraph) => {
      menu = await serveFaulty(menuSubgraph);
      tenants = await serveFaulty(tenantsSubgraph);
      opened.push({ close: () => menu.crash() }, { close: () => tenants.crash() });
      return { menu: { url: menu.url }, tenants: { url: tenants.url } };
    },
  });
  opened.unshift(bistro);
}

const QUERY = '{ dish(id: "1") { chef { name } } }';
const client = {
  'accept-language': 'es',
  'x-acme-one': '1',
  'x-acme-secret': 's',
  cookie: 'a=b',
  'x-mycelium-context': 'forged',
  'x-correlation-id': 'order-66',
};

it('passes nothing of the client and of the subgraph but the correlation, unless a rule says so', async () => {
  await open([]);
  menu.answerHeaders = { 'x-remaining': '7' };
  const { headers, data } = await bistro.ask(QUERY, { headers: client });
  expect(data).toEqual({ dish: { chef: { name: 'Ana' } } });
  expect(headers.get('x-remaining')).toBeNull();
  const [call] = menu.asked;
  expect(Object.keys(call?.headers ?? {}).sort()).toEqual([
    'accept',
    'connection',
    'content-length',
    'content-type',
    'host',
    'x-correlation-id',
    'x-mycelium-context',
  ]);
  expect(call?.headers['x-correlation-id']).toBe('order-66');
  expect(call?.headers['x-mycelium-context']).not.toBe('forged');
});

it('a server of a subgraph is told to which trace its work belongs, when there are traces', async () => {
  const collector = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const tracing = await startTracing({ endpoint: `http://127.0.0.1:${port}`, service: 'test' });
  await open([{ forward: 'traceparent' }]);
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await bistro.ask(QUERY, { headers: { traceparent } });
  const told = [...menu.asked, ...tenants.asked].map(({ headers }) => String(headers.traceparent).split('-'));
  expect(told).toHaveLength(2);
  for (const [, traceId, parent] of told) {
    expect(traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(parent).not.toBe('b7ad6b7169203331');
  }
  await tracing.stop();
  collector.close();
});

it('forwards, inserts and removes by name and pattern, for the subgraphs that are named', async () => {
  await open([
    { forward: 'Accept-Language' },
    { forward: { pattern: 'x-.*' }, subgraphs: ['menu'] },
    { remove: { pattern: 'x-acme-s.*' } },
    { insert: 'x-from', value: 'bistro', subgraphs: ['tenants'] },
    { direction: 'response', forward: { pattern: 'x-rem.*' }, subgraphs: ['menu'] },
    { direction: 'response', insert: 'x-seen', value: 'tenants', subgraphs: ['tenants'] },
  ]);
  menu.answerHeaders = { 'x-remaining': '7', 'x-other': '1' };
  tenants.answerHeaders = { 'x-remaining': '8' };
  const { headers } = await bistro.ask(QUERY, { headers: client });
  expect(menu.asked[0]?.headers).toMatchObject({ 'accept-language': 'es', 'x-acme-one': '1' });
  expect(menu.asked[0]?.headers).not.toHaveProperty('x-acme-secret');
  expect(menu.asked[0]?.headers).not.toHaveProperty('x-from');
  expect(menu.asked[0]?.headers['x-mycelium-context']).not.toBe('forged');
  expect(tenants.asked[0]?.headers).toMatchObject({ 'accept-language': 'es', 'x-from': 'bistro' });
  expect(tenants.asked[0]?.headers).not.toHaveProperty('x-acme-one');
  expect([headers.get('x-remaining'), headers.get('x-seen'), headers.get('x-other')]).toEqual(['7', 'tenants', null]);
});

it('shares no answer between clients whose forwarded headers differ', async () => {
  await open([{ forward: 'accept-language' }]);
  const spanish = bistro.ask('{ slow }', { headers: { 'accept-language': 'es' } });
  const english = bistro.ask('{ slow }', { headers: { 'accept-language': 'en' } });
  await until(() => menu.asked.length === 2);
  bistro.menu.release();
  await Promise.all([spanish, english]);
});

const RULES: HeaderRules = [
  { forward: 'accept-language' },
  { forward: { pattern: 'x-acme-.*' }, subgraphs: ['tenants'] },
];

/** A socket whose upgrade request has these headers. */
async function socket(headers: Record<string, string>) {
  const token = await bistro.tenants.login();
  const connected = createClient({
    url: `${bistro.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers });
      }
    },
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  opened.unshift({ close: async () => connected.dispose() });
  return connected;
}

it('takes on a socket the headers of its upgrade request', async () => {
  await open(RULES);
  const asked = watch(await socket({ 'accept-language': 'es', 'x-acme-one': '1', cookie: 'a=b' }), QUERY);
  await until(() => asked.completed);
  expect(menu.asked[0]?.headers['accept-language']).toBe('es');
  expect(menu.asked[0]?.headers).not.toHaveProperty('x-acme-one');
  const completed = tenants.asked.at(-1)?.headers;
  expect(completed).toMatchObject({ 'accept-language': 'es', 'x-acme-one': '1' });
  expect(completed).not.toHaveProperty('cookie');
});

it('completes events with the headers of those who hear them, and shares none with others', async () => {
  bistro = await openBistro({
    traffic: { headers: RULES },
    locate: async (_menu, subgraph) => {
      tenants = await serveFaulty(subgraph);
      return { tenants: { url: tenants.url } };
    },
  });
  opened.push(bistro, { close: () => tenants.crash() });
  const CHANGED = 'subscription { dishChanged(tenantId: "las-reinas") { dish { chef { name } } } }';
  const seen: Watch[] = [];
  for (const language of ['es', 'en', 'en']) seen.push(watch(await socket({ 'accept-language': language }), CHANGED));
  const metrics = () => fetch(`${bistro.url}/metrics`).then((response) => response.text());
  await expect.poll(metrics).toContain('mycelium_gateway_subscriptions 3\n');
  await until(() => bistro.menu.watchers() === 2);
  tenants.asked.length = 0;
  bistro.menu.change('1', 5);
  await until(() => seen.every(({ results }) => results.length === 1));
  expect(tenants.asked.map(({ headers }) => headers['accept-language']).sort()).toEqual(['en', 'es']);
});

it.each([[{ forward: 'not a name' }], [{ forward: { pattern: '(' } }], [{ insert: 'x', value: 'two\r\nlines' }]])(
  'refuses a rule that makes no sense: %j',
  async (rule) => {
    await expect(openBistro({ traffic: { headers: [rule] } })).rejects.toThrow();
  },
);
