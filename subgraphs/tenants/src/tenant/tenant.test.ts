import { feedKey } from '@mycelium/bus/feed-key';
import { isLater } from '@mycelium/kit/feed-cursor';
import { LOAD_MS } from '@mycelium/kit/follow';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';

const POSITION = '{ feedPosition }';

let testing: TestSubgraph;
let redis: Redis;
beforeAll(async () => {
  testing = await testSubgraph(tenants);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

test('the position for a load is the last one that is older than any answer', async () => {
  const owner = testing.as(person('OWNER'));
  const position = async () => (await owner.run<{ feedPosition: string }>(POSITION)).feedPosition;
  const feed = feedKey(owner.viewer.tenantId ?? '');
  const before = Date.now() - LOAD_MS - 1;
  const ofNothing = await position();
  const after = Date.now() - LOAD_MS + 1;
  expect(isLater(ofNothing, `${before}-0`) && isLater(`${after}-0`, ofNothing)).toBe(true);
  const [now, old] = [Date.now(), Date.now() - LOAD_MS - 1_000];
  for (const position of [`${old}-0`, `${old}-1`, `${now}-0`]) await redis.xadd(feed, position, 'event', '{}');
  expect(await position()).toBe(`${old}-1`);
});

test('there is no position without a tenant, and none for strangers', async () => {
  const admin = testing.as({ ...person('ADMIN'), tenantId: undefined });
  expect(await admin.run(POSITION)).toEqual({ feedPosition: null });
  const nobody = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  expect(await nobody.refusal(POSITION)).toMatchObject({ code: 'UNAUTHENTICATED' });
});
