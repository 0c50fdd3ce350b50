import { feedKey } from '@mycelium/bus/feed-key';
import { ACCESS_CHANNEL } from '@mycelium/kit/redis';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { tokenHash } from '@mycelium/kit/token';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeTenant } from '../api-client/testing.ts';
import { tenants } from '../subgraph.ts';
import { tellExpiredKeys } from './expire-keys.ts';

const CREDENTIAL =
  'query ($token: String!) { credential(token: $token) { kind id tenantId scopes expiresAt sessionId } }';
const KEY = 'id prefix note status lastUsedAt expiresAt revokedAt';
const CREATE = `mutation ($id: ID!, $input: CreateApiKeyInput! = {}) { createApiKey(clientId: $id, input: $input) { key apiKey { ${KEY} } } }`;
const ROTATE = `mutation ($id: ID!, $hours: Int) { rotateApiKey(id: $id, overlapHours: $hours) { key apiKey { ${KEY} } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { status } }';
const KEYS = `query ($id: ID!) { apiClient(id: $id) { keys { ${KEY} } allKeys { edges { node { id status } } } } }`;

interface Made {
  key: string;
  apiKey: { id: string; prefix: string; status: string; expiresAt: string | null; lastUsedAt: string | null };
}
interface Holder {
  kind: string;
  id: string;
  tenantId: string;
  scopes: string[];
  expiresAt: string | null;
  sessionId: string;
}

let testing: TestSubgraph;
let owner: TestViewer;
let gateway: TestViewer;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  owner = testing.as(person('OWNER', await makeTenant(testing)));
  gateway = testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

async function newClient(scopes = ['menu:read']): Promise<string> {
  const { createApiClient } = await owner.run<{ createApiClient: { id: string } }>(
    'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { id } }',
    { input: { name: `Partner ${uuidv7()}`, scopes } },
  );
  return createApiClient.id;
}

async function newKey(clientId: string, input = {}): Promise<Made> {
  return (await owner.run<{ createApiKey: Made }>(CREATE, { id: clientId, input })).createApiKey;
}

async function holder(token: string): Promise<Holder | null> {
  return (await gateway.run<{ credential: Holder | null }>(CREDENTIAL, { token })).credential;
}

/** Moves the end of a key, as time would. */
function endAt(id: string, when: string): Promise<unknown> {
  return testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.api_key set expires_at = ${when} where id = ?`, [id]),
  );
}

async function told(type: string, keyId: string): Promise<unknown[]> {
  const entries = await redis.xrange(feedKey(owner.viewer.tenantId ?? ''), '-', '+');
  const events = entries.map(([, [, text]]) => JSON.parse(text ?? '{}'));
  return events.filter((event) => event.type === type && event.payload.keyId === keyId);
}

test('a key is shown once, only its hash is kept, and the gateway is told whom it belongs to', async () => {
  const clientId = await newClient();
  const { key, apiKey } = await newKey(clientId, { note: 'Till' });
  expect(key).toMatch(/^gg_live_[\w-]{43}$/);
  expect(apiKey).toMatchObject({ prefix: `${key.slice(0, 12)}…`, note: 'Till', status: 'ACTIVE', lastUsedAt: null });
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute('select * from tenants.api_key where id = ?', [apiKey.id]),
  );
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(await holder(key)).toEqual({
    kind: 'CLIENT',
    id: clientId,
    tenantId: owner.viewer.tenantId,
    scopes: ['menu:read'],
    expiresAt: null,
    sessionId: apiKey.id,
  });
  await vi.waitFor(async () => expect(await told('api_key.created', apiKey.id)).toHaveLength(1));
  expect(JSON.stringify(await told('api_key.created', apiKey.id))).not.toContain(key);
});

test('its last use is kept to the minute, without a new version', async () => {
  const clientId = await newClient();
  const { key, apiKey } = await newKey(clientId);
  const read = async () => {
    const [row] = await testing.subgraph.work(({ em }) =>
      em.execute<{ version: number; last_used_at: string }[]>(
        'select version, last_used_at from tenants.api_key where id = ?',
        [apiKey.id],
      ),
    );
    return row;
  };
  const before = await read();
  await holder(key);
  const after = await read();
  expect(after?.version).toBe(before?.version);
  expect(new Date(after?.last_used_at ?? 0).getTime() % 60_000).toBe(0);
  const { apiClient } = await owner.run<{ apiClient: { keys: Made['apiKey'][] } }>(KEYS, { id: clientId });
  expect(Date.now() - Date.parse(apiClient.keys[0]?.lastUsedAt ?? '')).toBeLessThan(120_000);
});

test('a key that is guessed, revoked, or of a client that is suspended belongs to nobody', async () => {
  const clientId = await newClient();
  const { key, apiKey } = await newKey(clientId);
  const sibling = await newKey(clientId);
  expect(await holder(`gg_live_${'x'.repeat(43)}`)).toBeNull();
  expect(await holder(key.replace('live', 'test'))).toBeNull();

  const ear = new Redis(testing.redisUrl);
  const heard: string[] = [];
  ear.on('message', (_channel, text) => heard.push(text));
  await ear.subscribe(ACCESS_CHANNEL);
  expect(await owner.run(REVOKE, { id: apiKey.id })).toEqual({ revokeApiKey: { status: 'REVOKED' } });
  expect(await holder(key)).toBeNull();
  expect(await holder(sibling.key)).toMatchObject({ sessionId: sibling.apiKey.id });
  await vi.waitFor(() => expect(heard).toEqual([JSON.stringify({ revoked: apiKey.id })]));
  ear.disconnect();

  await owner.run('mutation ($id: ID!) { suspendApiClient(id: $id) { status } }', { id: clientId });
  expect(await holder(sibling.key)).toBeNull();
  await owner.run('mutation ($id: ID!) { resumeApiClient(id: $id) { status } }', { id: clientId });
  expect(await holder(sibling.key)).toMatchObject({ id: clientId });
  await owner.run('mutation ($id: ID!) { removeApiClient(id: $id) }', { id: clientId });
  expect(await holder(sibling.key)).toBeNull();
});

test('the environment of the tenant decides how keys begin, and those of the other kind are refused', async () => {
  const tenantId = await makeTenant(testing);
  const tester = testing.as(person('OWNER', tenantId));
  const { createApiClient } = await tester.run<{ createApiClient: { id: string } }>(
    'mutation { createApiClient(input: { name: "Till", scopes: ["menu:read"] }) { id } }',
  );
  const make = async () =>
    (await tester.run<{ createApiKey: Made }>(CREATE, { id: createApiClient.id })).createApiKey.key;
  const become = (environment: string) =>
    testing.subgraph.work(({ em }) =>
      em.execute('update tenants.tenant set environment = ? where id = ?', [environment, tenantId]),
    );
  const live = await make();
  await become('TEST');
  const forTests = await make();
  expect(forTests).toMatch(/^gg_test_/);
  expect([await holder(live), await holder(forTests)]).toEqual([null, expect.objectContaining({ tenantId })]);
  await become('LIVE');
  expect([await holder(live), await holder(forTests)]).toEqual([expect.objectContaining({ tenantId }), null]);
  await testing.subgraph.work(({ em }) =>
    em.execute("update tenants.tenant set status = 'SUSPENDED' where id = ?", [tenantId]),
  );
  expect(await holder(live)).toBeNull();
});

test('of two keys in rotation both are good for a while, and then the new one', async () => {
  const clientId = await newClient();
  const old = await newKey(clientId, { note: 'Till' });
  const { rotateApiKey: fresh } = await owner.run<{ rotateApiKey: Made }>(ROTATE, { id: old.apiKey.id, hours: 1 });
  expect(fresh.apiKey).toMatchObject({ note: 'Till', expiresAt: null });
  const left = Date.parse((await holder(old.key))?.expiresAt ?? '') - Date.now();
  expect(left).toBeGreaterThan(59 * 60_000);
  expect(left).toBeLessThanOrEqual(60 * 60_000);
  await endAt(old.apiKey.id, 'now()');
  expect([await holder(old.key), await holder(fresh.key)]).toEqual([
    null,
    expect.objectContaining({ sessionId: fresh.apiKey.id }),
  ]);
  expect(await owner.refusal(ROTATE, { id: old.apiKey.id, hours: 1 })).toMatchObject({ code: 'CONFLICT' });
  expect(await owner.refusal(ROTATE, { id: fresh.apiKey.id, hours: 169 })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['overlapHours'],
  });
  await owner.run(ROTATE, { id: fresh.apiKey.id, hours: 0 });
  expect(await holder(fresh.key)).toBeNull();
});

test('a key with an end is followed by one with the same end', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { apiKey } = await newKey(await newClient(), { expiresAt });
  const { rotateApiKey: fresh } = await owner.run<{ rotateApiKey: Made }>(ROTATE, { id: apiKey.id, hours: 24 });
  expect(fresh.apiKey.expiresAt).toBe(expiresAt);
});

test('a key whose time is over is refused at once, and marked and told once', async () => {
  const clientId = await newClient();
  const inTime = new Date(Date.now() + 60_000).toISOString();
  const { key, apiKey } = await newKey(clientId, { expiresAt: inTime });
  expect(await holder(key)).toMatchObject({ expiresAt: inTime });
  expect(await owner.refusal(CREATE, { id: clientId, input: { expiresAt: '2020-01-01T00:00:00Z' } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['input', 'expiresAt'],
  });
  await endAt(apiKey.id, "now() - interval '1 second'");
  expect(await holder(key)).toBeNull();
  await testing.subgraph.work(tellExpiredKeys);
  await testing.subgraph.work(tellExpiredKeys);
  await vi.waitFor(async () => expect(await told('api_key.expired', apiKey.id)).toHaveLength(1));
  const LOG = `query ($t: ID!, $id: ID!) { auditEntries(tenantId: $t, filter: { id: $id, action: "api_key.expired" }) {
    edges { node { kind noun actor { kind } } }
  } }`;
  await vi.waitFor(async () => {
    expect(await owner.run(LOG, { t: owner.viewer.tenantId, id: apiKey.id })).toEqual({
      auditEntries: { edges: [{ node: { kind: 'UPDATED', noun: 'ApiKey', actor: { kind: 'gateway' } } }] },
    });
  });
  expect(await owner.run(KEYS, { id: clientId })).toEqual({
    apiClient: { keys: [], allKeys: { edges: [{ node: { id: apiKey.id, status: 'EXPIRED' } }] } },
  });
});

test('a client has at most ten good keys, also when they are made at the same moment', async () => {
  const clientId = await newClient();
  const answers = await Promise.all(Array.from({ length: 12 }, () => owner.ask(CREATE, { id: clientId })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(10);
  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code))).toEqual([
    'CONFLICT',
    'CONFLICT',
  ]);
});

test("another tenant's keys and clients do not exist, and who may only read makes none", async () => {
  const clientId = await newClient();
  const { apiKey } = await newKey(clientId);
  const stranger = testing.as(person('OWNER', await makeTenant(testing)));
  expect(await stranger.refusal(CREATE, { id: clientId })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(REVOKE, { id: apiKey.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(ROTATE, { id: apiKey.id, hours: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  const manager = testing.as(person('MANAGER', owner.viewer.tenantId));
  expect(await manager.run(KEYS, { id: clientId })).toMatchObject({ apiClient: { keys: [{ id: apiKey.id }] } });
  expect(await manager.refusal(CREATE, { id: clientId })).toMatchObject({ code: 'FORBIDDEN' });
  const kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  expect(await kitchen.refusal(KEYS, { id: clientId })).toMatchObject({ code: 'FORBIDDEN' });
});

test('the log says who made or rotated a key and for which client, and nothing of the key but how it begins', async () => {
  const clientId = await newClient();
  const { key, apiKey } = await newKey(clientId, { note: 'Counter' });
  const next = (await owner.run<{ rotateApiKey: Made }>(ROTATE, { id: apiKey.id, hours: 1 })).rotateApiKey;
  const LOG =
    'query ($t: ID!, $noun: String) { auditEntries(tenantId: $t, filter: { noun: $noun }, first: 200) { edges { node { action kind nounId actor { id } changes { field after } } } } }';
  interface Entry {
    action: string;
    nounId: string;
    changes: unknown[];
  }
  const entries = await vi.waitFor(async () => {
    const { auditEntries } = await owner.run<{ auditEntries: { edges: { node: Entry }[] } }>(LOG, {
      t: owner.viewer.tenantId,
      noun: 'ApiKey',
    });
    const ids = [apiKey.id, next.apiKey.id];
    const own = auditEntries.edges.map(({ node }) => node).filter(({ nounId }) => ids.includes(nounId));
    expect(own).toHaveLength(3);
    return own;
  });
  const made = (action: string, { apiKey: { id, prefix } }: Made) => ({
    action,
    kind: 'CREATED',
    nounId: id,
    actor: { id: owner.viewer.id },
    changes: expect.arrayContaining([
      { field: 'client', after: JSON.stringify(clientId) },
      { field: 'prefix', after: JSON.stringify(prefix) },
      { field: 'note', after: '"Counter"' },
    ]),
  });
  expect(entries).toContainEqual(made('createApiKey', { key, apiKey }));
  expect(entries).toContainEqual(made('rotateApiKey', next));
  const told = JSON.stringify(entries);
  for (const secret of [key, next.key]) {
    expect(told).not.toContain(secret.slice(12));
    expect(told).not.toContain(tokenHash(secret));
  }
});
