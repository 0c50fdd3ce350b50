import { createLog } from '@mycelium/kit/log';
import { OPERATIONS_CHANNEL, operationsKey } from '@mycelium/kit/redis';
import { doEach } from '@mycelium/kit/tasks/rounds';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { tokenHash } from '@mycelium/kit/token';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lists } from '../api-client/mirror-list.ts';
import { makeTenant } from '../api-client/testing.ts';
import { tenants } from '../subgraph.ts';

const ME = 'query Me { viewer { id } }';
const MENU = 'subscription Menu($t: ID!) { menuChanged(tenantId: $t) { kind } }';
const REGISTER = `mutation ($id: ID!, $documents: [OperationDocumentInput!]!) {
  registerOperations(clientId: $id, documents: $documents) { documentId name rootFields cost scopes problems { kind message scope } operation { id status kind expiresAt } }
}`;
const APPROVE = 'mutation ($ids: [ID!]!) { approveOperations(ids: $ids) { id status reason } }';
const REJECT = 'mutation ($ids: [ID!]!) { rejectOperations(ids: $ids, reason: "Too much") { id status reason } }';
const COUNTS = 'query ($id: ID!) { apiClient(id: $id) { waitingOperations refusedOperations } }';
const REMOVE = 'mutation ($ids: [ID!]!) { removeOperations(ids: $ids) }';
const LIST =
  'query ($id: ID!, $status: OperationStatus) { apiClient(id: $id) { operations(status: $status, first: 100) { totalCount edges { node { name status cost scopes problems { kind scope } client { name } } } } } }';

interface Registration {
  documentId: string;
  name: string | null;
  rootFields: string[];
  cost: number | null;
  scopes: string[];
  problems: { kind: string; message: string; scope: string | null }[];
  operation: { id: string; status: string; kind: string } | null;
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

async function newClient(as = owner): Promise<string> {
  const { createApiClient } = await as.run<{ createApiClient: { id: string } }>(
    'mutation ($name: String!) { createApiClient(input: { name: $name, scopes: ["menu:read"] }) { id } }',
    { name: `Partner ${uuidv7()}` },
  );
  return createApiClient.id;
}

async function register(id: string, ...documents: { text: string; expiresAt?: string }[]): Promise<Registration[]> {
  return (await owner.run<{ registerOperations: Registration[] }>(REGISTER, { id, documents })).registerOperations;
}

async function registered(id: string, text: string): Promise<string> {
  const [{ operation } = { operation: null }] = await register(id, { text });
  return operation?.id ?? '';
}

const documentsOf = async (id: string) => {
  const { scopes, ...documents } = await redis.hgetall(operationsKey(id));
  expect(scopes).toBe('["menu:read"]');
  return documents;
};

test('what is good is registered, and of everything it is told what it is', async () => {
  const id = await newClient();
  const [good, bad, broken] = await register(id, { text: ME }, { text: 'query No { nothing }' }, { text: '{' });
  expect(good).toMatchObject({
    documentId: `sha256:${tokenHash(ME)}`,
    name: 'Me',
    rootFields: ['viewer'],
    problems: [],
    operation: { status: 'PENDING', kind: 'QUERY' },
  });
  expect(bad).toMatchObject({
    name: 'No',
    problems: [{ kind: 'UNFIT', message: expect.stringContaining('nothing') }],
    operation: null,
  });
  expect(broken).toMatchObject({
    name: null,
    problems: [{ kind: 'UNFIT', message: expect.stringContaining('Syntax Error') }],
    operation: null,
  });
  expect(await documentsOf(id)).toEqual({});
});

test('it is told what each costs, and what its client has too little for; that is registered all the same', async () => {
  const id = await newClient();
  const screens = 'query Screens { viewer { tenant { displays { totalCount } apiClients { totalCount } } } }';
  const [fits, lacks] = await register(id, { text: ME }, { text: screens });
  expect(fits).toMatchObject({ cost: 1, scopes: [], problems: [] });
  expect(lacks).toMatchObject({
    cost: 4,
    scopes: ['access:read', 'display:read'],
    problems: [
      { kind: 'SCOPE_MISSING', scope: 'access:read' },
      { kind: 'SCOPE_MISSING', scope: 'display:read' },
    ],
    operation: { status: 'PENDING' },
  });
  await owner.run(
    'mutation ($id: ID!) { updateApiClient(id: $id, input: { version: 1, limits: { cost: 3 } }) { version } }',
    { id },
  );
  const { apiClient } = await owner.run<{ apiClient: { operations: { edges: { node: unknown }[] } } }>(LIST, { id });
  expect(apiClient.operations.edges.map(({ node }) => node)).toMatchObject([
    { name: 'Me', cost: 1, problems: [] },
    { name: 'Screens', cost: 4, problems: [{ kind: 'TOO_COSTLY' }, {}, {}] },
  ]);
  const counts = () => owner.run(COUNTS, { id });
  expect(await counts()).toEqual({ apiClient: { waitingOperations: 2, refusedOperations: 0 } });
  await owner.run(APPROVE, { ids: [fits?.operation?.id, lacks?.operation?.id] });
  expect(await counts()).toEqual({ apiClient: { waitingOperations: 0, refusedOperations: 1 } });
});

test('the client may run what is approved, until it is rejected or removed, and gateways hear of it', async () => {
  const id = await newClient();
  const [me, menu] = [await registered(id, ME), await registered(id, MENU)];
  const ear = new Redis(testing.redisUrl);
  const heard: string[] = [];
  ear.on('message', (_channel, text) => heard.push(text));
  await ear.subscribe(OPERATIONS_CHANNEL);
  await owner.run(APPROVE, { ids: [me, menu] });
  expect(await documentsOf(id)).toEqual({
    [tokenHash(ME)]: JSON.stringify({ text: ME }),
    [tokenHash(MENU)]: JSON.stringify({ text: MENU }),
  });
  await vi.waitFor(() => expect(heard).toEqual([JSON.stringify({ client: id })]));
  ear.disconnect();
  expect(await owner.run(REJECT, { ids: [me] })).toEqual({
    rejectOperations: [{ id: me, status: 'REJECTED', reason: 'Too much' }],
  });
  expect(Object.keys(await documentsOf(id))).toEqual([tokenHash(MENU)]);
  await owner.run(REMOVE, { ids: [menu] });
  expect(await documentsOf(id)).toEqual({});
  expect(await owner.run(LIST, { id, status: 'REJECTED' })).toMatchObject({
    apiClient: { operations: { totalCount: 1 } },
  });
});

test('who registers again changes nothing but an end, and what was rejected is looked at again', async () => {
  const id = await newClient();
  const [me, menu] = [await registered(id, ME), await registered(id, MENU)];
  await owner.run(APPROVE, { ids: [me] });
  await owner.run(REJECT, { ids: [menu] });
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const again = await register(id, { text: ME, expiresAt }, { text: MENU }, { text: MENU });
  expect(again.map(({ operation }) => operation)).toMatchObject([
    { id: me, status: 'APPROVED', expiresAt },
    { id: menu, status: 'PENDING' },
    { id: menu, status: 'PENDING' },
  ]);
  expect(await documentsOf(id)).toEqual({ [tokenHash(ME)]: JSON.stringify({ text: ME, expiresAt }) });
});

test('a list that Redis lost is written again', async () => {
  const id = await newClient();
  await owner.run(APPROVE, { ids: [await registered(id, ME)] });
  await redis.flushall();
  await repairLists();
  expect(Object.keys(await documentsOf(id))).toEqual([tokenHash(ME)]);
});

test('a list that cannot be read holds up neither those of its tenant nor those of another', async () => {
  const stranger = testing.as(person('OWNER', await makeTenant(testing)));
  const [bad, beside, elsewhere] = [await newClient(), await newClient(), await newClient(stranger)];
  await owner.run(APPROVE, { ids: [await registered(bad, ME)] });
  await testing.subgraph.work(({ em }) =>
    em.execute("update tenants.registered_operation set expires_at = 'infinity' where client_id = ?", [bad]),
  );
  await redis.flushall();
  await repairLists();
  for (const id of [beside, elsewhere]) expect(await redis.hgetall(operationsKey(id))).not.toEqual({});
  expect(await redis.hgetall(operationsKey(bad))).toEqual({});
});

test("another tenant's operations do not exist, and who may only read decides nothing", async () => {
  const ONE = 'query ($id: ID!) { registeredOperation(id: $id) { name } }';
  const id = await newClient();
  const me = await registered(id, ME);
  const stranger = testing.as(person('OWNER', await makeTenant(testing)));
  const manager = testing.as(person('MANAGER', owner.viewer.tenantId));
  expect(await stranger.run(ONE, { id: me })).toEqual({ registeredOperation: null });
  expect(await manager.run(ONE, { id: me })).toEqual({ registeredOperation: { name: 'Me' } });
  for (const mutation of [APPROVE, REJECT, REMOVE]) {
    expect(await stranger.refusal(mutation, { ids: [me] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await manager.refusal(mutation, { ids: [me] })).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await stranger.refusal(REGISTER, { id, documents: [{ text: ME }] })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await manager.run(LIST, { id })).toMatchObject({ apiClient: { operations: { totalCount: 1 } } });
});

test('an empty list, an id that is none and an end in the past are refused with their paths', async () => {
  const id = await newClient();
  const refused = (path: (string | number)[]) => ({ code: 'BAD_USER_INPUT', path });
  expect(await owner.refusal(REGISTER, { id, documents: [] })).toMatchObject(refused(['documents']));
  expect(
    await owner.refusal(REGISTER, { id, documents: [{ text: ME, expiresAt: '2020-01-01T00:00:00Z' }] }),
  ).toMatchObject(refused(['documents', 0, 'expiresAt']));
  expect(await owner.refusal(APPROVE, { ids: ['x'] })).toMatchObject(refused(['ids', 0]));
});

test('a client with many operations answers in the same number of statements', async () => {
  const id = await newClient();
  await registered(id, ME);
  const ask = async () => {
    await owner.run(LIST, { id });
    await owner.run('{ viewer { tenant { apiClients { edges { node { waitingOperations refusedOperations } } } } } }');
  };
  const few = await testing.countSql(ask);
  for (let count = 0; count < 5; count += 1) await registered(id, `query Me${count} { viewer { id } }`);
  await registered(await newClient(), ME);
  expect(await testing.countSql(ask)).toBe(few);
});
