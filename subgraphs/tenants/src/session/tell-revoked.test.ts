import { ACCESS_CHANNEL, REVOKED_KEY } from '@mycelium/kit/redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';
import { repeatRevocations } from './tell-revoked.ts';

const LOGOUT = 'mutation ($token: String!) { logout(refreshToken: $token) }';

let house: House;
let redis: Redis;
beforeAll(async () => {
  house = await openHouse();
  redis = new Redis(house.testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await house.close();
});

test('the end of a session is written down for gateways that start later, and told again when Redis has lost it', async () => {
  const ear = redis.duplicate();
  const heard: string[] = [];
  ear.on('message', (_channel, text) => heard.push(text));
  await ear.subscribe(ACCESS_CHANNEL);
  const owner = await house.enter('owner@las-reinas.test');
  const { sessionId = '' } = owner.viewer;
  await house.nobody.run(LOGOUT, { token: owner.refreshToken });
  const told = JSON.stringify({ revoked: sessionId });
  await vi.waitFor(() => expect(heard).toEqual([told]));
  expect(Number(await redis.zscore(REVOKED_KEY, sessionId))).toBeGreaterThan(Date.now() - 60_000);

  await house.testing.subgraph.work(repeatRevocations);
  await redis.del(REVOKED_KEY);
  await house.testing.subgraph.work(repeatRevocations);
  await vi.waitFor(() => expect(heard).toEqual([told, told]));
  expect(await redis.zcard(REVOKED_KEY)).toBe(1);
  ear.disconnect();
});

test('what ended longer ago than an access token lives is forgotten', async () => {
  await redis.zadd(REVOKED_KEY, Date.now() - 21 * 60_000, 'long ago');
  const owner = await house.enter('owner@las-reinas.test');
  await house.nobody.run(LOGOUT, { token: owner.refreshToken });
  expect(await redis.zscore(REVOKED_KEY, 'long ago')).toBeNull();
});
