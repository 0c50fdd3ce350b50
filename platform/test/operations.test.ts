import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

const MENU =
  'query PartnerMenu($slug: String!) { tenantBySlug(slug: $slug) { id menuItems(first: 1) { edges { node { id available } } } } }';
const LIVE = 'subscription PartnerLive($t: ID!) { menuChanged(tenantId: $t) { itemId } }';
const SOLD_OUT =
  'mutation ($id: ID!, $available: Boolean!) { setMenuItemAvailability(id: $id, available: $available) { id } }';
const APPROVE = 'mutation ($ids: [ID!]!) { approveOperations(ids: $ids) { status } }';
const REMOVE = 'mutation ($ids: [ID!]!) { removeOperations(ids: $ids) }';

interface Menu {
  tenantBySlug: { id: string; menuItems: { edges: { node: { id: string; available: boolean } }[] } };
}

let network: TestNetwork;
let owner: TestClient;
const open: TestClient[] = [];

beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  open.push(owner);
});
afterAll(async () => {
  await Promise.all(open.map((client) => client.close()));
  await network?.close();
});

async function newClient(name: string): Promise<string> {
  const { createApiClient } = await owner.run<{ createApiClient: { id: string } }>(
    'mutation ($name: String!) { createApiClient(input: { name: $name, scopes: ["menu:read"] }) { id } }',
    { name },
  );
  return createApiClient.id;
}

async function withKey(clientId: string): Promise<{ keyId: string; client: TestClient; key: string }> {
  const { createApiKey } = await owner.run<{ createApiKey: { key: string; apiKey: { id: string } } }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key apiKey { id } } }',
    { id: clientId },
  );
  const client = new TestClient(network.url, createApiKey.key);
  open.push(client);
  return { keyId: createApiKey.apiKey.id, client, key: createApiKey.key };
}

async function register(id: string, text: string): Promise<string> {
  const { registerOperations } = await owner.run<{ registerOperations: { operation: { id: string } }[] }>(
    'mutation ($id: ID!, $text: String!) { registerOperations(clientId: $id, documents: [{ text: $text }]) { operation { id } } }',
    { id, text },
  );
  return registerOperations[0]?.operation.id ?? '';
}

test('what a document costs is told as it is registered, and is what the gateway counts', async () => {
  const clientId = await newClient('Counted partner');
  const text =
    'query Counted($slug: String! = "las-reinas", $more: Boolean! = true, $first: Int = 20) { tenantBySlug(slug: $slug) { menuItems(first: $first) { edges @include(if: $more) { node { id price { amount } } } } } }';
  const { registerOperations } = await owner.run<{ registerOperations: { cost: number; operation: { id: string } }[] }>(
    'mutation ($id: ID!, $text: String!) { registerOperations(clientId: $id, documents: [{ text: $text }]) { cost operation { id } } }',
    { id: clientId, text },
  );
  const [{ cost, operation } = { cost: 0, operation: { id: '' } }] = registerOperations;
  const response = await fetch(`${network.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${owner.token}`,
      'x-graphql-cost': 'yes',
    },
    body: JSON.stringify({ query: text }),
  });
  const counted = (await response.json()) as { extensions: { cost: { estimated: number } } };
  expect(counted.extensions.cost.estimated).toBe(cost);

  // One less than it costs is refused, and exactly that is not.
  await owner.run(APPROVE, { ids: [operation.id] });
  const { client } = await withKey(clientId);
  const allow = (version: number, most: number) =>
    owner.run(
      'mutation ($id: ID!, $version: Int!, $cost: Int!) { updateApiClient(id: $id, input: { version: $version, limits: { cost: $cost } }) { version } }',
      { id: clientId, version, cost: most },
    );
  await allow(1, cost - 1);
  await vi.waitFor(async () => {
    const { errors } = await client.ask(text);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_TOO_COSTLY', actual: cost, allowed: cost - 1 });
  });
  await allow(2, cost);
  await vi.waitFor(async () => expect((await client.ask(text)).errors).toBeUndefined());
});

/** Changes an item until somebody has heard of it: a subscription is live some time after it was sent. */
async function changeUntil(heard: () => boolean): Promise<void> {
  const { tenantBySlug } = await owner.run<Menu>(MENU, { slug: 'las-reinas' });
  const item = tenantBySlug.menuItems.edges[0]?.node;
  for (let available = !item?.available; !heard(); available = !available) {
    await owner.run(SOLD_OUT, { id: item?.id, available });
    await vi.waitFor(() => expect(heard()).toBe(true), 500).catch(() => undefined);
  }
}

/** Follows the menu and remembers what came and how it ended. */
async function following(client: TestClient) {
  const { tenantBySlug } = await owner.run<Menu>(MENU, { slug: 'las-reinas' });
  const seen = { events: 0, end: undefined as unknown };
  const read = async () => {
    for await (const { errors } of client.follow(LIVE, { t: tenantBySlug.id })) {
      if (errors) throw errors;
      seen.events += 1;
    }
  };
  void read().then(
    () => (seen.end ??= 'complete'),
    (error: unknown) => (seen.end = error),
  );
  return seen;
}

test('a client runs what was approved, by its id, and nothing else', async () => {
  const clientId = await newClient('Partner');
  const { client, key } = await withKey(clientId);
  const operation = await register(clientId, MENU);
  const ask = async () => {
    const response = await fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-API-Key': key },
      body: JSON.stringify({
        documentId: `sha256:${createHash('sha256').update(MENU).digest('hex')}`,
        variables: { slug: 'las-reinas' },
      }),
    });
    return JSON.stringify(await response.json());
  };
  expect(await ask()).toContain('PERSISTED_OPERATION_NOT_FOUND');
  await owner.run(APPROVE, { ids: [operation] });
  await vi.waitFor(async () => expect(await ask()).toContain('"menuItems"'));
  expect((await client.ask('{ viewer { id } }')).errors?.[0]?.extensions.code).toBe('PERSISTED_OPERATION_REQUIRED');

  const USAGE =
    'query ($id: ID!) { apiClient(id: $id) { usage(days: 2) { operations { name count events } fields { coordinate count } } } }';
  await vi.waitFor(async () => {
    const { apiClient } = await owner.run<{ apiClient: { usage: Record<string, unknown[]> } }>(USAGE, { id: clientId });
    expect(apiClient.usage.operations).toEqual([{ name: 'PartnerMenu', count: expect.any(Number), events: 0 }]);
    expect(apiClient.usage.fields).toContainEqual({ coordinate: 'MenuItem.available', count: expect.any(Number) });
  }, 15_000);

  await owner.run(REMOVE, { ids: [operation] });
  await vi.waitFor(async () => expect(await ask()).toContain('PERSISTED_OPERATION_NOT_FOUND'));
});

/** Follows the menu over an event stream; what it answers is true when the stream has ended. */
async function streaming(key: string): Promise<() => boolean> {
  const { tenantBySlug } = await owner.run<Menu>(MENU, { slug: 'las-reinas' });
  const response = await fetch(`${network.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-api-key': key },
    body: JSON.stringify({ query: LIVE, variables: { t: tenantBySlug.id } }),
  });
  expect(response.status).toBe(200);
  let isOver = false;
  void response.text().then(() => {
    isOver = true;
  });
  return () => isOver;
}

test('a revoked key ends its event streams too, and those of its sibling go on', async () => {
  const clientId = await newClient('Streaming partner');
  await owner.run(APPROVE, { ids: [await register(clientId, LIVE)] });
  const [gone, stays] = [await withKey(clientId), await withKey(clientId)];
  const [ending, going] = [await streaming(gone.key), await streaming(stays.key)];
  await owner.run('mutation ($id: ID!) { revokeApiKey(id: $id) { status } }', { id: gone.keyId });
  await vi.waitFor(() => expect(ending()).toBe(true));
  expect(going()).toBe(false);
  await owner.run('mutation ($id: ID!) { suspendApiClient(id: $id) { status } }', { id: clientId });
  await vi.waitFor(() => expect(going()).toBe(true));
});

test('a revoked key ends what is live with it, and a removed operation the rest', async () => {
  const clientId = await newClient('Live partner');
  const operation = await register(clientId, LIVE);
  await owner.run(APPROVE, { ids: [operation] });
  const [gone, stays] = [await withKey(clientId), await withKey(clientId)];
  const [ending, going] = [await following(gone.client), await following(stays.client)];
  await changeUntil(() => ending.events > 0 && going.events > 0);

  await owner.run('mutation ($id: ID!) { revokeApiKey(id: $id) { status } }', { id: gone.keyId });
  await vi.waitFor(() => expect(ending.end).toMatchObject({ code: 4403 }));
  const before = going.events;
  await changeUntil(() => going.events > before);
  expect(going.end).toBeUndefined();

  await owner.run(REMOVE, { ids: [operation] });
  await vi.waitFor(() => expect(JSON.stringify(going.end)).toContain('PERSISTED_OPERATION_REVOKED'));
});
