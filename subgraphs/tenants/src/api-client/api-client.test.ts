import { createLog } from '@mycelium/kit/log';
import { operationsKey } from '@mycelium/kit/redis';
import { doEach } from '@mycelium/kit/tasks/rounds';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';
import { lists } from './mirror-list.ts';
import { makeTenant } from './testing.ts';

const CLIENT = 'id name description scopes application status limits { perMinute perHour subscriptions cost } version';
const CREATE = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { ${CLIENT} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateApiClientInput!) { updateApiClient(id: $id, input: $input) { ${CLIENT} } }`;
const READ = `query ($id: ID!) { apiClient(id: $id) { ${CLIENT} } }`;

interface Client {
  id: string;
  scopes: string[];
  version: number;
}

let testing: TestSubgraph;
let owner: TestViewer;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  owner = testing.as(person('OWNER', await makeTenant(testing)));
  redis = new Redis(testing.redisUrl);
});
const repairLists = () => doEach(lists, testing.subgraph.work, createLog('test', 'silent'));
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

async function newClient(input = {}, as = owner): Promise<Client> {
  const given = { name: `Partner ${uuidv7()}`, scopes: ['menu:read'], ...input };
  return (await as.run<{ createApiClient: Client }>(CREATE, { input: given })).createApiClient;
}

test('what a client may do is where the gateways read it, and follows each change', async () => {
  const { id, version } = await newClient({ limits: { perMinute: 5, cost: 100 } });
  const list = () => redis.hgetall(operationsKey(id));
  expect(await list()).toEqual({ scopes: '["menu:read"]', perMinute: '5', cost: '100' });
  const { updateApiClient } = await owner.run<{ updateApiClient: Client }>(UPDATE, {
    id,
    input: { version, scopes: ['menu:write', 'menu:read'], limits: { perHour: 7 }, description: 'Call Ana' },
  });
  expect(updateApiClient).toMatchObject({
    description: 'Call Ana',
    scopes: ['menu:read', 'menu:write'],
    limits: { perMinute: null, perHour: 7, subscriptions: null, cost: null },
    version: version + 1,
  });
  expect(await list()).toEqual({ scopes: '["menu:read","menu:write"]', perHour: '7' });
  await owner.run('mutation ($id: ID!) { removeApiClient(id: $id) }', { id });
  expect(await list()).toEqual({});
  expect(await owner.run(READ, { id })).toEqual({ apiClient: null });
});

test('a list that was lost or spoilt is written again', async () => {
  const [lost, spoilt] = [await newClient(), await newClient()];
  await redis.del(operationsKey(lost.id));
  await redis.hset(operationsKey(spoilt.id), 'perMinute', '9');
  await repairLists();
  for (const { id } of [lost, spoilt]) {
    expect(await redis.hgetall(operationsKey(id))).toEqual({ scopes: '["menu:read"]' });
  }
});

test('an older version is a conflict, and nothing is written', async () => {
  const { id, version } = await newClient();
  await owner.run(UPDATE, { id, input: { version, name: `Other ${id}` } });
  const stale = { version, description: 'too late' };
  expect(await owner.refusal(UPDATE, { id, input: stale })).toMatchObject({ code: 'CONFLICT' });
  expect(await owner.run(READ, { id })).toMatchObject({ apiClient: { description: null, version: version + 1 } });
});

test('nobody gives a client what they lack, and nobody gives access away', async () => {
  const { id, version } = await newClient();
  const refused = { code: 'BAD_USER_INPUT', path: ['input', 'scopes'] };
  for (const scope of ['access:read', 'platform:admin', 'display:self', 'menu:eat']) {
    expect(await owner.refusal(CREATE, { input: { name: 'x', scopes: [scope] } })).toMatchObject(refused);
    expect(await owner.refusal(UPDATE, { id, input: { version, scopes: [scope] } })).toMatchObject(refused);
  }
});

test.each([
  ['no name', { name: ' ' }, ['input', 'name']],
  ['a long name', { name: 'x'.repeat(81) }, ['input', 'name']],
  ['to speak for the platform', { application: 'wrapper' }, ['input', 'application']],
  ['an application of no such name', { application: 'S M P' }, ['input', 'application']],
  ['no scope', { scopes: [] }, ['input', 'scopes']],
  ['a limit of nothing', { limits: { perMinute: 0 } }, ['input', 'limits', 'perMinute']],
  ['a limit of far too much', { limits: { cost: 2 ** 31 - 1 } }, ['input', 'limits', 'cost']],
  ['a cost above what the gateway allows', { limits: { cost: 12_001 } }, ['input', 'limits', 'cost']],
  ['a cost below nothing', { limits: { cost: -1 } }, ['input', 'limits', 'cost']],
  ['subscriptions below nothing', { limits: { subscriptions: -1 } }, ['input', 'limits', 'subscriptions']],
  ['calls beyond all bounds', { limits: { perHour: 2 ** 31 - 1 } }, ['input', 'limits', 'perHour']],
])('%s is refused with the path of the field', async (_, input, path) => {
  const refusal = await owner.refusal(CREATE, { input: { name: 'Fine', scopes: ['menu:read'], ...input } });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

test('no two clients of a tenant have the same name', async () => {
  const input = { name: 'Twice', scopes: ['menu:read'] };
  await newClient(input);
  expect(await owner.refusal(CREATE, { input })).toMatchObject({ code: 'CONFLICT' });
});

test("another tenant's clients do not exist, and only who manages access sees one's own", async () => {
  const { id, version } = await newClient();
  const stranger = testing.as(person('OWNER', await makeTenant(testing)));
  expect(await stranger.run(READ, { id })).toEqual({ apiClient: null });
  expect(await stranger.refusal(UPDATE, { id, input: { version, name: 'x' } })).toMatchObject({ code: 'NOT_FOUND' });
  for (const verb of [
    'suspendApiClient(id: $id) { id }',
    'resumeApiClient(id: $id) { id }',
    'removeApiClient(id: $id)',
  ]) {
    expect(await stranger.refusal(`mutation ($id: ID!) { ${verb} }`, { id })).toMatchObject({ code: 'NOT_FOUND' });
  }
  const kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  expect(await kitchen.refusal(READ, { id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a tenant with many clients and keys answers in the same number of statements', async () => {
  const ASK = `query ($slug: String!) { tenantBySlug(slug: $slug) { apiClients(first: 100) { totalCount edges { node { ${CLIENT} keys { id status } tenant { name } } } } } }`;
  const slug = `tenant-${owner.viewer.tenantId}`;
  const grow = async () => {
    const { id } = await newClient();
    await owner.run('mutation ($id: ID!) { createApiKey(clientId: $id) { key } }', { id });
  };
  await grow();
  const few = await testing.countSql(() => owner.run(ASK, { slug }));
  for (let count = 0; count < 5; count += 1) await grow();
  expect(await testing.countSql(() => owner.run(ASK, { slug }))).toBe(few);
});

test('who follows a tenant hears of its clients, keys and operations, and of no others', async () => {
  const stranger = testing.as(person('OWNER', await makeTenant(testing)));
  const variables = { t: owner.viewer.tenantId };
  const FOLLOW = 'subscription ($t: ID!) { apiClientChanged(tenantId: $t) { clientId client { name } } }';
  await expect(stranger.follow(FOLLOW, variables)).rejects.toThrow('NOT_FOUND');
  const live = await owner.follow(FOLLOW, variables);
  const others = await newClient({ name: 'Of another' }, stranger);
  const { id } = await newClient({ name: 'Followed' });
  /** What comes next about it; what the tests before did may still come. */
  const heard = async () => {
    for (;;) {
      const { apiClientChanged } = (await live.next()).value.data;
      expect(apiClientChanged.clientId).not.toBe(others.id);
      if (apiClientChanged.clientId === id) return apiClientChanged;
    }
  };
  const own = { clientId: id, client: { name: 'Followed' } };
  expect(await heard()).toEqual(own);
  await owner.run('mutation ($id: ID!) { createApiKey(clientId: $id) { key } }', { id });
  expect(await heard()).toEqual(own);
  await owner.run(
    'mutation ($id: ID!) { registerOperations(clientId: $id, documents: [{ text: "query Me { viewer { id } }" }]) { documentId } }',
    { id },
  );
  expect(await heard()).toEqual(own);
  await owner.run('mutation ($id: ID!) { removeApiClient(id: $id) }', { id });
  expect(await heard()).toEqual({ clientId: id, client: null });
  await live.return?.();
});
