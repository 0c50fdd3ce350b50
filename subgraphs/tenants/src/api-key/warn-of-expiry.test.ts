import type { TestViewer } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, type LoggedIn, openHouse } from '../../test/house.ts';
import { warnOfExpiry } from './warn-of-expiry.ts';

const NOTICES = '{ viewer { notices { edges { node { kind path values } } } } }';
const CREATE =
  'mutation ($id: ID!, $at: DateTime) { createApiKey(clientId: $id, input: { expiresAt: $at }) { apiKey { id prefix } } }';

interface Made {
  createApiKey: { apiKey: { id: string; prefix: string } };
}

let house: House;
let owner: TestViewer & LoggedIn;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.enter('owner@las-reinas.test');
});
afterAll(() => house.close());

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
const noticesOf = async (viewer: TestViewer) => {
  const { viewer: answer } = await viewer.run<{ viewer: { notices: { edges: { node: object }[] } } }>(NOTICES);
  return answer.notices.edges.map(({ node }) => node);
};

test('owners are told once of a key that expires within a week, and not of what they know', async () => {
  const { createApiClient } = await owner.run<{ createApiClient: { id: string } }>(
    'mutation { createApiClient(input: { name: "Partner", scopes: ["menu:read"] }) { id } }',
  );
  const id = createApiClient.id;
  const make = async (days?: number) =>
    (await owner.run<Made>(CREATE, { id, at: days && inDays(days) })).createApiKey.apiKey;
  const key = await make(30);
  await make(30);
  await make();
  // Made for so short a time, and replaced by whoever knows: neither is news.
  await make(3);
  const rotated = await make(30);
  await owner.run('mutation ($id: ID!) { rotateApiKey(id: $id, overlapHours: 24) { key } }', { id: rotated.id });
  const at = inDays(6);
  await house.testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.api_key set created_at = now() - interval '24 days', expires_at = ? where id = ?`, [
      at,
      key.id,
    ]),
  );
  await house.testing.subgraph.work(warnOfExpiry);
  await house.testing.subgraph.work(warnOfExpiry);
  const values = { client: 'Partner', key: key.prefix, at };
  const told = [{ kind: 'api_key.expiring', path: `/access/${id}`, values }];
  await vi.waitFor(async () => expect(await noticesOf(owner)).toEqual(told));
  expect((await house.mailbox.next('owner@las-reinas.test')).subject).toContain('Partner');
  for (const other of ['manager@las-reinas.test', 'owner@el-farolito.test'])
    expect(await noticesOf(await house.enter(other))).toEqual([]);
});
