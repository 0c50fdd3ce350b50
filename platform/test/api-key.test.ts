import { feedKey } from '@mycelium/bus/feed-key';
import { eventSchema } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

interface Made {
  key: string;
  apiKey: { id: string };
}

const MENU = '{ tenantBySlug(slug: "las-reinas") { menuItems(first: 1) { edges { node { id version } } } } }';

let network: TestNetwork;
let owner: TestClient;
let otherUrl: string;
let closeOther: () => Promise<void>;

beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  const other = await network.anotherGateway({});
  otherUrl = other.url;
  closeOther = () => other.close();
});
afterAll(async () => {
  await owner?.close();
  await closeOther?.();
  await network?.close();
});

async function newClient(input: Record<string, unknown>, person = owner): Promise<string> {
  const { createApiClient } = await person.run<{ createApiClient: { id: string } }>(
    'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { id } }',
    { input },
  );
  return createApiClient.id;
}

async function newKey(id: string, person = owner): Promise<Made> {
  const { createApiKey } = await person.run<{ createApiKey: Made }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key apiKey { id } } }',
    { id },
  );
  return createApiKey;
}

async function rest(path: string, headers: Record<string, string> = {}, init: RequestInit = {}, url = network.url) {
  const response = await fetch(`${url}/api/sync${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const products = (key: string, url?: string) => rest('/tenants/las-reinas/products', { 'X-API-Key': key }, {}, url);

test('a product with menu:write changes an item, by its key alone, and the header is known in any case', async () => {
  const { key } = await newKey(await newClient({ name: 'Till', scopes: ['menu:read', 'menu:write'] }));
  const { tenantBySlug } = await owner.run<{
    tenantBySlug: { menuItems: { edges: { node: { id: string; version: number } }[] } };
  }>(MENU);
  const item = tenantBySlug.menuItems.edges[0]?.node;
  const body = JSON.stringify({ version: item?.version, price: { amount: 555, currency: 'USD' } });
  const written = await rest(
    `/products/${item?.id}`,
    { 'x-ApI-kEy': key, 'content-type': 'application/json' },
    { method: 'PATCH', body },
  );
  expect(written).toMatchObject({ status: 200, body: { price: { amount: 555 } } });
  const { menuItem } = await owner.run<{ menuItem: unknown }>(
    'query ($id: ID!) { menuItem(id: $id) { price { amount } } }',
    { id: item?.id },
  );
  expect(menuItem).toEqual({ price: { amount: 555 } });
});

test('what a product writes by its key is told as its own doing, so that it is told to others and not to itself', async () => {
  const id = await newClient({ name: 'Signs', scopes: ['menu:read', 'menu:write'], application: 'SMP' });
  const { key } = await newKey(id);
  const answer = await owner.run<{
    tenantBySlug: { id: string; menuItems: { edges: { node: { id: string; version: number } }[] } };
  }>(MENU.replace('menuItems', 'id menuItems'));
  const { id: tenantId, menuItems } = answer.tenantBySlug;
  const { id: itemId, version } = menuItems.edges[0]?.node ?? {};
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  const body = JSON.stringify({ version, price: { amount: 777, currency: 'USD' } });
  expect(await rest(`/products/${itemId}`, headers, { method: 'PATCH', body })).toMatchObject({ status: 200 });
  const redis = new Redis(network.redis.url);
  await vi.waitFor(async () => {
    const entries = await redis.xrevrange(feedKey(tenantId), '+', '-', 'COUNT', 20);
    const told = entries.map(([, fields]) => eventSchema.parse(JSON.parse(fields[1] ?? '{}')));
    const update = told.find(({ type, actor }) => type === 'menu_item.updated' && actor.id === id);
    expect(update).toMatchObject({ source: 'SMP', payload: { itemId } });
  });
  redis.disconnect();
});

test('without a key, with a bad one and with one of the other environment the answer is 401', async () => {
  const { key } = await newKey(await newClient({ name: 'Reader', scopes: ['menu:read'] }));
  expect((await products(key)).status).toBe(200);
  expect(await rest('/tenants/las-reinas/products')).toMatchObject({ status: 401 });
  for (const bad of [`gg_live_${'x'.repeat(43)}`, key.replace('gg_live_', 'gg_test_'), 'nonsense']) {
    const { status, body } = await products(bad);
    expect([status, JSON.stringify(body)]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
  }
});

test('a key sees nothing of another tenant, and does nothing beyond its scopes', async () => {
  const stranger = await logIn(network.url, 'owner@el-farolito.test');
  const { key } = await newKey(await newClient({ name: 'Reader', scopes: ['menu:read'] }, stranger), stranger);
  // No oracle: what is not its own is refused alike, whether there is such a tenant or not.
  for (const slug of ['las-reinas', 'nobody'])
    expect(await rest(`/tenants/${slug}/products`, { 'X-API-Key': key })).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  const { tenantBySlug } = await owner.run<{ tenantBySlug: { menuItems: { edges: { node: { id: string } }[] } } }>(
    MENU,
  );
  const id = tenantBySlug.menuItems.edges[0]?.node.id;
  const refused = await rest(
    `/products/${id}/availability`,
    { 'x-api-key': key, 'content-type': 'application/json' },
    { method: 'POST', body: '{"available":false}' },
  );
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([403, expect.stringContaining('FORBIDDEN')]);
});

test('a key that was revoked is refused at every gateway at once, and its sibling is not', async () => {
  const clientId = await newClient({ name: 'Two keys', scopes: ['menu:read'] });
  const [gone, stays] = [await newKey(clientId), await newKey(clientId)];
  for (const url of [network.url, otherUrl]) expect((await products(gone.key, url)).status).toBe(200);
  await owner.run('mutation ($id: ID!) { revokeApiKey(id: $id) { status } }', { id: gone.apiKey.id });
  const statuses = async () => {
    const asked = [gone, stays].flatMap(({ key }) => [network.url, otherUrl].map((url) => products(key, url)));
    return (await Promise.all(asked)).map(({ status }) => status);
  };
  await vi.waitFor(async () => expect(await statuses()).toEqual([401, 401, 200, 200]));
});

test('whoever asks too much is told when to come back, and nobody else notices', async () => {
  const { key } = await newKey(await newClient({ name: 'Busy', scopes: ['menu:read'], limits: { perMinute: 3 } }));
  const stranger = await logIn(network.url, 'owner@el-farolito.test');
  const clientId = await newClient({ name: 'Calm', scopes: ['menu:read'], limits: { perMinute: 100 } }, stranger);
  const calm = await newKey(clientId, stranger);
  for (const left of ['2', '1', '0']) {
    const { status, headers } = await products(key);
    expect([status, headers.get('ratelimit-remaining')]).toEqual([200, left]);
  }
  const { status, headers } = await products(key);
  expect([status, headers.get('ratelimit-remaining')]).toEqual([429, '0']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await rest('/tenants/el-farolito/products', { 'x-api-key': calm.key });
  expect([other.status, other.headers.get('ratelimit-remaining')]).toEqual([200, '99']);
});
