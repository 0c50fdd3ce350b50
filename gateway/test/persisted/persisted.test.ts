import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readUsage } from '../../src/usage/report.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { useRedis } from '../bistro/redis.ts';
import { until } from '../bistro/watch.ts';

const KEY = 'gg_live_0123456789abcdef';
const partner = { kind: 'CLIENT', id: 'partner-1', tenantId: 'las-reinas', scopes: ['menu:read'] };
const LISTED = 'query Dish($id: ID!) { dish(id: $id) { name } }';
const OTHER = 'query Dishes { dishes { name } }';
const REST = 'query Listed { dishes { price } }';
const CHANGES = 'subscription Changes { dishChanged(tenantId: "las-reinas") { dish { name } } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const manifest = (...texts: string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((t) => [`sha256:${sha256(t)}`, t])));

let bistro: Bistro;
let operations: string;
beforeEach(async () => {
  operations = await mkdtemp(join(tmpdir(), 'operations-'));
  await mkdir(join(operations, 'web'));
  await write(manifest(LISTED, CHANGES));
});
afterEach(async () => {
  await bistro?.close();
  await rm(operations, { recursive: true });
});
const write = (text: string) => writeFile(join(operations, 'web', 'persisted-documents.json'), text);

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${bistro.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}
const asPartner = { 'x-api-key': KEY };
const dish = { status: 200, data: { dish: { name: 'pastor' } }, code: undefined };
const variables = { id: '1' };

/** A socket by hand: clients of graphql-ws always send a text. */
async function openSocket(authorization?: string) {
  const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: { id?: string; type: string; payload?: unknown }[] = [];
  let closed: number | undefined;
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  socket.on('close', (code) => {
    closed = code;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  say({ type: 'connection_init', payload: authorization ? { authorization } : {} });
  await until(() => messages.length === 1);
  return {
    messages,
    closed: () => closed,
    subscribe: (id: string, payload: unknown) => say({ type: 'subscribe', id, payload }),
    of: (id: string) => messages.filter((message) => message.id === id),
  };
}

describe('a listed document', () => {
  it('runs by its id over POST and GET, in each form of the id', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const hash = sha256(LISTED);
    expect(await post({ documentId: `sha256:${hash}`, variables })).toEqual(dish);
    expect(await post({ documentId: hash, variables })).toEqual(dish);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    expect(await post({ extensions, variables })).toEqual(dish);
    expect(await post({ query: LISTED, variables })).toEqual(dish);
    for (const [name, value] of [
      ['documentId', `sha256:${hash}`],
      ['extensions', JSON.stringify(extensions)],
    ] as const) {
      const search = new URLSearchParams({ [name]: value, variables: JSON.stringify(variables) });
      const response = await fetch(`${bistro.url}/graphql?${search}`);
      expect([response.status, await response.json()]).toEqual([200, { data: dish.data }]);
    }
  });

  it('runs by its id on a socket, where an unknown id fails alone', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const socket = await openSocket(`Bearer ${await bistro.tenants.login()}`);
    socket.subscribe('changes', { documentId: sha256(CHANGES) });
    await until(() => bistro.menu.watchers() === 1);
    socket.subscribe('unknown', { documentId: sha256('{ nothing }') });
    socket.subscribe('automatic', {
      extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ nothing }') } },
    });
    socket.subscribe('text', { query: OTHER });
    socket.subscribe('query', { documentId: sha256(LISTED), variables });
    await until(() => socket.messages.length === 6);
    const codeOf = (id: string) => socket.of(id).map(({ type, payload }) => [type, payload]);
    expect(codeOf('unknown')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_OPERATION_NOT_FOUND' } }]]]);
    expect(codeOf('automatic')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]]]);
    expect(codeOf('text')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }]]]);
    expect(codeOf('query')).toMatchObject([
      ['next', { data: dish.data }],
      ['complete', undefined],
    ]);
    bistro.menu.change('1', 99);
    await until(() => socket.of('changes').length === 1);
    expect(socket.of('changes')).toMatchObject([{ payload: { data: { dishChanged: { dish: { name: 'pastor' } } } } }]);
    expect(socket.closed()).toBeUndefined();
  });

  it('runs by its id over server-sent events, by POST and GET, also for a client that reads JSON too', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const authorization = `Bearer ${await bistro.tenants.login()}`;
    const documentId = `sha256:${sha256(CHANGES)}`;
    const accept = 'application/json, text/event-stream';
    const url = `${bistro.url}/graphql`;
    const streams = [
      await readEvents(url, { body: JSON.stringify({ documentId }), headers: { authorization } }),
      await readEvents(`${url}?${new URLSearchParams({ documentId })}`, { headers: { authorization } }),
      await readEvents(url, { body: JSON.stringify({ documentId }), headers: { authorization, accept } }),
      await readEvents(`${url}?${new URLSearchParams({ documentId })}`, { headers: { authorization, accept } }),
    ];
    await until(() => bistro.menu.watchers() === 1);
    await expect
      .poll(() => fetch(`${bistro.url}/metrics`).then((response) => response.text()))
      .toContain('mycelium_gateway_subscriptions 4\n');
    bistro.menu.change('1', 99);
    for (const stream of streams) {
      await until(() => stream.results().length === 1);
      expect(stream.results()).toMatchObject([{ data: { dishChanged: { dish: { name: 'pastor' } } } }]);
      stream.close();
    }
    const unknown = await readEvents(url, { body: JSON.stringify({ documentId: sha256('{ nothing }') }) });
    expect(unknown.status).toBe(400);
  });

  it('is named in the log, with its id and the client whose list it is on', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const documentId = sha256(LISTED);
    const id = (correlationId: string) => ({ 'x-correlation-id': correlationId });
    await post({ documentId, variables }, id('post'));
    await post({ documentId, variables }, id('again'));
    const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
    await (await fetch(`${bistro.url}/graphql?${search}`, { headers: id('get') })).text();
    const stream = await readEvents(`${bistro.url}/graphql?${search}`, { headers: id('events') });
    await until(stream.isOver);
    const named = { operation: 'Dish', documentId, client: 'web' };
    for (const correlationId of ['post', 'again', 'get', 'events']) {
      await expect.poll(() => bistro.log).toContainEqual(expect.objectContaining({ ...named, correlationId }));
    }
    const socket = await openSocket();
    socket.subscribe('query', { documentId, variables });
    await until(() => socket.of('query').length === 2);
    expect(bistro.log).toContainEqual(expect.objectContaining({ ...named, transport: 'socket' }));
  });

  it('is known as soon as the file has it; a file that is not good changes nothing', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const asked = () => post({ documentId: sha256(OTHER) });
    expect(await asked()).toMatchObject({ status: 400, code: 'PERSISTED_OPERATION_NOT_FOUND' });
    await write(manifest(LISTED, OTHER));
    await expect.poll(asked).toMatchObject({ status: 200 });
    await write(JSON.stringify({ [`sha256:${sha256(OTHER)}`]: '{ forged }' }));
    await expect.poll(() => bistro.log.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('not good'));
    expect(await asked()).toMatchObject({ status: 200 });
  });

  it('must have the hash that its file says', async () => {
    await write(JSON.stringify({ [`sha256:${sha256(OTHER)}`]: LISTED }));
    await expect(openBistro({ operations })).rejects.toThrow('has another hash');
  });
});

describe('a free document', () => {
  it('is refused where only registered ones run', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    expect(await post({ query: OTHER })).toMatchObject({ status: 400, code: 'PERSISTED_OPERATION_REQUIRED' });
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(OTHER) } };
    expect(await post({ query: OTHER, extensions })).toMatchObject({ code: 'PERSISTED_OPERATION_REQUIRED' });
    const search = new URLSearchParams({ query: OTHER });
    expect((await fetch(`${bistro.url}/graphql?${search}`)).status).toBe(400);
    expect(bistro.menu.calls).toEqual([]);
  });

  it('is for our own staff everywhere', async () => {
    bistro = await openBistro({ operations, documents: 'persisted' });
    const as = async (role: 'OWNER' | 'ADMIN') => ({ authorization: `Bearer ${await bistro.tenants.login({ role })}` });
    expect(await post({ query: OTHER }, await as('OWNER'))).toMatchObject({ code: 'PERSISTED_OPERATION_REQUIRED' });
    expect(await post({ query: OTHER }, await as('ADMIN'))).toMatchObject({ status: 200, code: undefined });
  });

  it('may be sent once with its hash and then by its hash, where free documents run', async () => {
    bistro = await openBistro();
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(OTHER) } };
    expect(await post({ extensions })).toMatchObject({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post({ query: LISTED, extensions, variables })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post({ extensions })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post({ query: OTHER, extensions })).toMatchObject({ status: 200, code: undefined });
    expect(await post({ extensions })).toMatchObject({ status: 200, code: undefined });
  });

  it('is refused with an id that is none', async () => {
    bistro = await openBistro();
    expect(await post({ documentId: 'menu' })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post({ documentId: { $gt: '' }, query: OTHER })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

describe('an API key', () => {
  const server = useRedis();
  const open = async () => {
    const rest = { manifest: 'GET /api/dishes: { operation: Listed, answer: /dishes }', operations: REST };
    bistro = await openBistro({ operations, rest, redisUrl: server.url });
    bistro.tenants.credentials.set(KEY, partner);
    await expect.poll(() => server.redis.pubsub('NUMSUB', 'mycelium:operations')).toEqual(['mycelium:operations', 1]);
  };

  it('runs what is registered for it, and nothing else, free documents or not', async () => {
    await open();
    await bistro.clientLists.write(partner.id, { documents: [{ text: OTHER }] });
    expect(await post({ documentId: sha256(OTHER) }, asPartner)).toMatchObject({ status: 200, code: undefined });
    expect(await post({ query: OTHER }, asPartner)).toMatchObject({ status: 200, code: undefined });
    const codeFor = async (body: unknown) => (await post(body, asPartner)).code;
    expect(await codeFor({ query: '{ whoAsks }' })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await codeFor({ documentId: sha256(LISTED), variables })).toBe('PERSISTED_OPERATION_NOT_FOUND');
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256('{ whoAsks }') } };
    await post({ query: '{ whoAsks }', extensions });
    expect(await codeFor({ extensions })).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('leaves a count of each operation and each field, per client and day', async () => {
    await open();
    const person = await bistro.tenants.login();
    await bistro.clientLists.write(partner.id, { documents: [{ text: OTHER }] });
    await post({ documentId: sha256(OTHER) }, asPartner);
    await post({ documentId: sha256(LISTED), variables });
    await post({ documentId: sha256(LISTED), variables });
    await post({ query: '{ dish(id: "1") { price } }' });
    await post({ query: '{ nothing }' });
    const socket = await openSocket(`Bearer ${person}`);
    socket.subscribe('query', { documentId: sha256(LISTED), variables });
    socket.subscribe('changes', { documentId: sha256(CHANGES) });
    await until(() => bistro.menu.watchers() === 1 && socket.of('query').length === 2);
    for (const price of [41, 42]) bistro.menu.change('1', price);
    await until(() => socket.of('changes').length === 2);
    for (const headers of [asPartner, {}]) await (await fetch(`${bistro.url}/api/dishes`, { headers })).json();
    const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
    expect(metrics).toContain('client_operations_total{client="web",operation="Changes"} 1');
    expect(metrics).toContain('client_events_total{client="web",operation="Changes"} 2');
    expect(metrics).toContain('client_operations_total{client="rest",operation="Listed"} 1');
    expect(metrics).toContain(`client_operations_total{client="${partner.id}",operation="Listed"} 1`);
    expect(metrics).toContain('client_operations_total{client="web",operation="Dish"} 3');
    expect(metrics).toContain('client_operations_total{client="unregistered",operation="unregistered"} 1');
    await bistro.close();

    const today = new Date().toISOString().slice(0, 10);
    const usage = await readUsage(server.redis, [today], ['web', partner.id, 'unregistered', 'nobody', 'rest']);
    expect(usage).toEqual([
      {
        client: 'web',
        day: today,
        operations: { Dish: 3, Changes: 1 },
        documents: { [sha256(LISTED)]: 3, [sha256(CHANGES)]: 1 },
        events: { Changes: 2 },
        fields: {
          'Query.dish': 3,
          'Dish.name': 4,
          'Subscription.dishChanged': 1,
          'DishChange.dish': 1,
        },
      },
      expect.objectContaining({
        client: partner.id,
        operations: expect.objectContaining({ Listed: 1 }),
        fields: expect.objectContaining({ 'Query.dishes': expect.any(Number) }),
      }),
      expect.objectContaining({ client: 'unregistered', operations: { unregistered: expect.any(Number) } }),
      expect.objectContaining({
        client: 'rest',
        operations: { Listed: 1 },
        fields: { 'Query.dishes': 1, 'Dish.price': 1 },
      }),
    ]);
    expect((await readUsage(server.redis, [today])).map(({ client }) => client).sort()).toEqual([
      'partner-1',
      'rest',
      'unregistered',
      'web',
    ]);
  });

  it('is told when its list cannot be read', async () => {
    bistro = await openBistro({ redisUrl: 'redis://127.0.0.1:1' });
    bistro.tenants.credentials.set(KEY, partner);
    expect(await post({ documentId: sha256(OTHER) }, asPartner)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect((await post({ query: OTHER })).status).toBe(200);
  });
});
