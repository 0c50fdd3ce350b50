import { followersKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';
import { applicationOf } from './application.ts';

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { id url description eventTypes sources status version } }
}`;
const UPDATE = `mutation ($id: ID!, $input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(id: $id, input: $input) { url eventTypes sources version }
}`;
const LIST = 'webhookEndpoints { totalCount edges { node { id url pending failed } } }';

interface Created {
  createWebhookEndpoint: { secret: string; endpoint: { id: string; version: number } };
}

const tenant = uuidv7();
let testing: TestSubgraph;
let owner: TestViewer;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(events);
  owner = testing.as(person('OWNER', tenant));
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

async function create(input: Record<string, unknown> = {}, viewer = owner) {
  const given = { url: 'https://example.test/told', ...input };
  return (await viewer.run<Created>(CREATE, { input: given })).createWebhookEndpoint;
}

test('an endpoint is made with a secret that is shown once, changed by its version, and removed with what it follows', async () => {
  const { secret, endpoint } = await create({
    eventTypes: ['menu.item.added'],
    sources: ['ORDERING'],
    description: 'x',
  });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(endpoint).toMatchObject({ eventTypes: ['menu_item.added'], sources: ['ORDERING'], status: 'ACTIVE' });
  const { id, version } = endpoint;
  const filter = () => redis.hget(followersKey(tenant), applicationOf(id));
  expect(JSON.parse((await filter()) ?? '')).toEqual({ types: ['menu_item.added'], sources: ['ORDERING'] });
  expect(
    await owner.run(UPDATE, { id, input: { version, sources: [], url: 'https://example.test/else' } }),
  ).toMatchObject({
    updateWebhookEndpoint: { url: 'https://example.test/else', eventTypes: ['menu_item.added'], sources: [] },
  });
  expect(await owner.refusal(UPDATE, { id, input: { version, url: 'https://x.test' } })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(JSON.parse((await filter()) ?? '')).toEqual({ types: ['menu_item.added'] });
  await owner.run('mutation ($id: ID!) { removeWebhookEndpoint(id: $id) }', { id });
  expect(await filter()).toBeNull();
  expect(await owner.run('query ($id: ID!) { webhookEndpoint(id: $id) { id } }', { id })).toEqual({
    webhookEndpoint: null,
  });
});

test.each([
  ['http to elsewhere', { url: 'http://example.test' }, ['input', 'url']],
  ['a password in the address', { url: 'https://a:b@example.test' }, ['input', 'url']],
  ['a script', { url: 'javascript:alert(1)' }, ['input', 'url']],
  ['no address', { url: 'somewhere' }, ['input', 'url']],
  ['a type that nobody tells', { eventTypes: ['user.created', 'user.eaten'] }, ['input', 'eventTypes', 1]],
  ['the audit log', { eventTypes: ['audit.recorded'] }, ['input', 'eventTypes', 0]],
  ['an application that is nobody', { sources: ['nobody'] }, ['input', 'sources', 0]],
  ['a description without end', { description: 'x'.repeat(201) }, ['input', 'description']],
])('%s is refused with its path', async (_, input, path) => {
  const given = { url: 'https://example.test', ...input };
  expect(await owner.refusal(CREATE, { input: given })).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

test('an endpoint of another tenant is not there', async () => {
  const { endpoint } = await create({}, testing.as(person('OWNER')));
  const { id } = endpoint;
  expect(await owner.run('query ($id: ID!) { webhookEndpoint(id: $id) { id } }', { id })).toEqual({
    webhookEndpoint: null,
  });
  expect(await owner.refusal(UPDATE, { id, input: { version: 1 } })).toMatchObject({ code: 'NOT_FOUND' });
  for (const name of ['pauseWebhookEndpoint', 'resumeWebhookEndpoint'])
    expect(await owner.refusal(`mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id })).toMatchObject({
      code: 'NOT_FOUND',
    });
  for (const asked of [
    'sendTestEvent(endpointId: $id)',
    'recoverWebhook(endpointId: $id, since: "2026-01-01T00:00:00Z") { id }',
  ])
    expect(await owner.refusal(`mutation ($id: ID!) { ${asked} }`, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await owner.refusal('query ($id: ID!) { webhookAttempts(endpointId: $id) { totalCount } }', { id }),
  ).toMatchObject({ code: 'NOT_FOUND' });
});

test('a list of many endpoints takes as many statements as one of few', async () => {
  const other = uuidv7();
  const viewer = testing.as(person('OWNER', other));
  await create({}, viewer);
  const few = await testing.countSql(() => viewer.ofTenant(LIST, { t: other }));
  for (let i = 0; i < 4; i += 1) await create({}, viewer);
  expect(await testing.countSql(() => viewer.ofTenant(LIST, { t: other }))).toBe(few);
});
