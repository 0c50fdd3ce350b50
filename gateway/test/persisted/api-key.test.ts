import { afterEach, describe, expect, it } from 'vitest';
import { readUsage } from '../../src/usage/report.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { useRedis } from '../bistro/redis.ts';
import { until } from '../bistro/watch.ts';
import { CHANGES, LISTED, OTHER, openSocket, post, sha256, useOperations, variables } from './listed.ts';

const KEY = 'gg_live_0123456789abcdef';
const partner = { kind: 'CLIENT', id: 'partner-1', tenantId: 'las-reinas', scopes: ['menu:read'] };
const REST = 'query Listed { dishes { price } }';
const asPartner = { 'x-api-key': KEY };

const listed = useOperations();
let bistro: Bistro;
afterEach(() => bistro?.close());

describe('an API key', () => {
  const server = useRedis();
  const open = async () => {
    const rest = { manifest: 'GET /api/dishes: { operation: Listed, answer: /dishes }', operations: REST };
    bistro = await openBistro({ operations: listed.folder, rest, redisUrl: server.url });
    bistro.tenants.credentials.set(KEY, partner);
    await expect.poll(() => server.redis.pubsub('NUMSUB', 'mycelium:operations')).toEqual(['mycelium:operations', 1]);
  };

  it('runs what is registered for it, and nothing else, free documents or not', async () => {
    await open();
    await bistro.clientLists.write(partner.id, { documents: [{ text: OTHER }] });
    expect(await post(bistro.url, { documentId: sha256(OTHER) }, asPartner)).toMatchObject({
      status: 200,
      code: undefined,
    });
    expect(await post(bistro.url, { query: OTHER }, asPartner)).toMatchObject({ status: 200, code: undefined });
    const codeFor = async (body: unknown) => (await post(bistro.url, body, asPartner)).code;
    expect(await codeFor({ query: '{ whoAsks }' })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await codeFor({ documentId: sha256(LISTED), variables })).toBe('PERSISTED_OPERATION_NOT_FOUND');
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256('{ whoAsks }') } };
    await post(bistro.url, { query: '{ whoAsks }', extensions });
    expect(await codeFor({ extensions })).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('leaves a count of each operation and each field, per client and day', async () => {
    await open();
    const person = await bistro.tenants.login();
    await bistro.clientLists.write(partner.id, { documents: [{ text: OTHER }] });
    await post(bistro.url, { documentId: sha256(OTHER) }, asPartner);
    await post(bistro.url, { documentId: sha256(LISTED), variables });
    await post(bistro.url, { documentId: sha256(LISTED), variables });
    await post(bistro.url, { query: '{ dish(id: "1") { price } }' });
    await post(bistro.url, { query: '{ nothing }' });
    const socket = await openSocket(bistro.url, `Bearer ${person}`);
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
    expect(await post(bistro.url, { documentId: sha256(OTHER) }, asPartner)).toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
    });
    expect((await post(bistro.url, { query: OTHER })).status).toBe(200);
  });
});
