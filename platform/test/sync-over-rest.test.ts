import { type Smp, startSmp } from '@mycelium/smp/smp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

const SCOPES = [
  'menu:read',
  'menu:write',
  'menu:availability',
  'service:read',
  'sync:read',
  'sync:write',
  'display:read',
];

/** This file asks more than people do. */
const rate = { points: 100_000, seconds: 60 };
const RATES = { address: rate, apiKey: rate, tenant: rate, viewer: rate };

let network: TestNetwork;
let url: string;
let closeGateway: () => Promise<void>;
let smp: Smp;
let owner: TestClient;
let key: string;

beforeAll(async () => {
  [network, smp] = await Promise.all([inOneProcess(), startSmp({ token: 'a token for SMP' })]);
  const gateway = await network.anotherGateway({ rates: RATES });
  url = gateway.url;
  closeGateway = () => gateway.close();
  owner = await logIn(url, 'owner@las-reinas.test');
  await owner.run(
    'mutation ($c: Settings!) { enableService(input: { product: SMP, token: "a token for SMP", config: $c }) { id } }',
    {
      c: { baseUrl: smp.url, account: 'las-reinas' },
    },
  );
  await owner.run('mutation { enableService(input: { product: ORDERING, config: {} }) { id } }');
  key = await newKey('SMP', SCOPES);
});
afterAll(async () => {
  await owner?.close();
  await closeGateway?.();
  await network?.close();
  await smp?.close();
});

async function newKey(name: string, scopes: readonly string[], person = owner): Promise<string> {
  const { createApiClient } = await person.run<{ createApiClient: { id: string } }>(
    'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { id } }',
    { input: { name, scopes } },
  );
  const { createApiKey } = await person.run<{ createApiKey: { key: string } }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key } }',
    { id: createApiClient.id },
  );
  return createApiKey.key;
}

async function ask(path: string, withKey: string | undefined = key, method = 'GET', sent?: unknown) {
  const response = await fetch(`${url}/api/sync${path}`, {
    method,
    headers: {
      ...(withKey && { 'X-API-Key': withKey }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: JSON.stringify(sent),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const of = '/tenants/las-reinas';

test('a signage product syncs for the first time: tenant, services, products and categories, status; then only what changed', async () => {
  const { body: tenant } = await ask(of);
  expect(tenant).toMatchObject({
    slug: 'las-reinas',
    name: 'Taquería Las Reinas',
    status: 'ACTIVE',
    environment: 'LIVE',
  });
  const { body: services } = await ask(`${of}/services`);
  expect(services).toEqual([
    expect.objectContaining({ product: 'ORDERING', status: 'ACTIVE' }),
    expect.objectContaining({ product: 'SMP', status: 'ACTIVE', since: expect.any(String) }),
  ]);
  const { body: syncs } = await ask(`${of}/syncs`);
  expect(syncs).toMatchObject([{ product: 'SMP', status: 'PENDING', lastSyncAt: null, tenantId: tenant.id }]);
  const [{ id, version }] = syncs;
  const report = (sent: unknown) => ask(`/syncs/${id}`, key, 'PATCH', sent);
  const syncing = await report({ version, status: 'SYNCING' });
  expect(syncing).toMatchObject({ status: 200, body: { status: 'SYNCING' } });

  const { body: categories } = await ask(`${of}/categories`);
  const products: { id: string; version: number; updatedAt: string }[] = [];
  let next = '';
  do {
    const { body } = await ask(`${of}/products?first=20${next && `&after=${encodeURIComponent(next)}`}`);
    products.push(...body.edges.map(({ node }: { node: (typeof products)[number] }) => node));
    next = body.pageInfo.hasNextPage ? body.pageInfo.endCursor : '';
  } while (next);
  expect(products.length).toBeGreaterThan(20);
  const known = new Set(
    categories.flatMap(({ sections }: { sections: { id: string }[] }) => sections.map((s) => s.id)),
  );
  expect(products.every((product) => known.has((product as unknown as { section: { id: string } }).section.id))).toBe(
    true,
  );

  expect(await report({ version: syncing.body.version, status: 'SUCCESS' })).toMatchObject({
    status: 200,
    body: { status: 'SUCCESS', lastSyncAt: expect.any(String), lastError: null },
  });

  const since = new Date(Math.max(...products.map(({ updatedAt }) => Date.parse(updatedAt))) + 1).toISOString();
  const [changed, gone] = products;
  if (!changed || !gone) throw new Error('The demo menu is empty.');
  const price = { amount: 321, currency: 'USD' };
  expect((await ask(`/products/${changed.id}`, key, 'PATCH', { version: changed.version, price })).status).toBe(200);
  const other = products[1];
  await owner.run('mutation ($id: ID!) { removeMenuItem(id: $id) }', { id: other?.id });
  const { body: delta } = await ask(`${of}/products?updatedSince=${since}`);
  expect(delta.edges.map(({ node }: { node: unknown }) => node)).toMatchObject([
    { id: changed.id, price, removedAt: null },
    { id: other?.id, removedAt: expect.any(String) },
  ]);
  await owner.run('mutation ($id: ID!) { restoreMenuItem(id: $id) { id } }', { id: other?.id });
});

test('a sync is started over REST and told about until it is done', async () => {
  const { body: tenant } = await ask(of);
  const { feedPosition: after } = await owner.run('{ feedPosition }');
  const FOLLOW = 'subscription ($t: ID!, $after: Cursor) { syncStatusChanged(tenantId: $t, after: $after) { syncId } }';
  const changes = owner.follow(FOLLOW, { t: tenant.id, after });
  const run = await ask('/runs', key, 'POST', { tenantId: tenant.id, product: 'SMP', mode: 'INITIAL' });
  expect(run).toMatchObject({ status: 200, body: { mode: 'INITIAL', actor: { kind: 'client' } } });
  let { body: told } = await ask(`/runs/${run.body.id}`);
  while (['QUEUED', 'RUNNING'].includes(told.status)) {
    await changes.next();
    told = (await ask(`/runs/${run.body.id}`)).body;
  }
  await changes.return?.();
  expect(told).toMatchObject({ status: 'SUCCESS', failures: { totalCount: 0 } });
  const { body: runs } = await ask(`/runs?tenantId=${tenant.id}&first=200`);
  expect(runs.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(run.body.id);
  expect((await ask(`${of}/syncs`)).body).toMatchObject([{ status: 'SUCCESS', lastError: null }]);
});

/** Every path under /api/sync, with what would be right for las-reinas. */
async function everyPath(): Promise<[path: string, method: string, sent?: unknown][]> {
  const { body: tenant } = await ask(of);
  const { body: syncs } = await ask(`${of}/syncs`);
  const { body: products } = await ask(`${of}/products?first=1`);
  const { body: runs } = await ask(`/runs?tenantId=${tenant.id}&first=1`);
  const { id, version } = products.edges[0].node;
  return [
    [of, 'GET'],
    [`${of}/products`, 'GET'],
    [`${of}/categories`, 'GET'],
    [`${of}/status`, 'GET'],
    [`${of}/services`, 'GET'],
    [`${of}/syncs`, 'GET'],
    [`/runs?tenantId=${tenant.id}`, 'GET'],
    ['/runs', 'POST', { tenantId: tenant.id, product: 'SMP' }],
    [`/runs/${runs.edges[0].node.id}`, 'GET'],
    [`/syncs/${syncs[0].id}`, 'PATCH', { version: syncs[0].version, status: 'SYNCING' }],
    [`/products/${id}`, 'GET'],
    [`/products/${id}`, 'PATCH', { version, calories: 1 }],
    [`/products/${id}/availability`, 'POST', { available: false }],
  ];
}

test('each path is refused: without a key, with a bad one, one of the test environment, one without scopes, one of another tenant', async () => {
  const paths = await everyPath();
  const { paths: served } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const operations = Object.entries(served).flatMap(([path, methods]) =>
    path.startsWith('/api/sync/') ? Object.keys(methods) : [],
  );
  expect(paths.length).toBe(operations.length);

  const stranger = await logIn(url, 'owner@el-farolito.test');
  const foreign = await newKey('SMP', SCOPES, stranger);
  const poor = await newKey('Poor', ['board:read']);
  const bad = [undefined, `gg_live_${'x'.repeat(43)}`, key.replace('gg_live_', 'gg_test_'), 'nonsense'];
  for (const [path, method, sent] of paths) {
    for (const each of bad) {
      const response = await fetch(`${url}/api/sync${path}`, {
        method,
        headers: { ...(each && { 'x-api-key': each }), ...(sent ? { 'content-type': 'application/json' } : {}) },
        body: JSON.stringify(sent),
      });
      expect([method, path, each, response.status]).toEqual([method, path, each, 401]);
    }
    // The tenant alone takes no scope.
    if (path !== of) expect([method, path, (await ask(path, poor, method, sent)).status]).toEqual([method, path, 403]);
    // Who names a tenant is refused; a thing by its id is not there.
    const { status, body } = await ask(path, foreign, method, sent);
    const names = path.startsWith('/tenants') || path === '/runs' || path.startsWith('/runs?');
    expect([method, path, status, body.errors[0].extensions.code]).toEqual([
      method,
      path,
      ...(names ? [403, 'FORBIDDEN'] : [404, 'NOT_FOUND']),
    ]);
    expect(JSON.stringify(body)).not.toContain('Reinas');
  }
  const unknown = await ask('/tenants/nobody/products', foreign);
  expect([unknown.status, unknown.body]).toEqual([403, (await ask(`${of}/products`, foreign)).body]);
});

test('what makes no sense is said with its place: an unknown product, an illegal move, an error without words, an old version', async () => {
  const { body: tenant } = await ask(of);
  const run = (product: string) => ask('/runs', key, 'POST', { tenantId: tenant.id, product });
  expect(await run('CINEMA')).toMatchObject({ status: 400 });
  expect(await run('MARKETING_APP')).toMatchObject({ status: 409 });
  const { body: syncs } = await ask(`${of}/syncs`);
  const [{ id, version, status }] = syncs;
  expect(status).toBe('SUCCESS');
  const report = (sent: unknown) => ask(`/syncs/${id}`, key, 'PATCH', sent);
  expect(await report({ version, status: 'ERROR', error: 'Away' })).toMatchObject({
    status: 409,
    body: { errors: [{ extensions: { code: 'CONFLICT', status: 'SUCCESS' } }] },
  });
  expect(await report({ version: version - 1, status: 'SYNCING' })).toMatchObject({ status: 409 });
  expect(await report({ version, status: 'ERROR' })).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { path: ['input', 'error'] } }] },
  });
});
