import { minuteKey } from '@mycelium/bus/keys';
import { type EmbeddedRedis, startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHour, sumOf } from './hour.ts';

let server: EmbeddedRedis;
let redis: Redis;
let another: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
  another = new Redis(server.url, { db: 1 });
});
afterAll(async () => {
  redis.disconnect();
  another.disconnect();
  await server.stop();
});

const count = (tenant: string, minute: number, amount: number) =>
  redis.hincrby(minuteKey(tenant, minute), 'crm>hr|acknowledged', amount);

async function acknowledged(from: Redis, tenant: string, now: number): Promise<number> {
  const minutes = [...(await readHour(from, tenant, now)).values()];
  return minutes.reduce((sum, channels) => sum + (channels.get('crm>hr')?.acknowledged ?? 0), 0);
}

test('what was counted in a minute after it was read first is there, however much later one looks again', async () => {
  const tenant = uuidv7();
  await count(tenant, 1_000, 1);
  expect(await acknowledged(redis, tenant, 1_000)).toBe(1);
  await count(tenant, 1_000, 2);
  expect(await acknowledged(redis, tenant, 1_005)).toBe(3);
  expect(await acknowledged(redis, tenant, 1_059)).toBe(3);
  expect(await acknowledged(redis, tenant, 1_060)).toBe(0);
});

test('a minute that is over is read once, and what one Redis counted is not said of another', async () => {
  const tenant = uuidv7();
  await count(tenant, 1_000, 1);
  expect(await acknowledged(redis, tenant, 1_005)).toBe(1);
  expect(await acknowledged(another, tenant, 1_005)).toBe(0);
  await redis.del(minuteKey(tenant, 1_000));
  expect(await acknowledged(redis, tenant, 1_006)).toBe(1);
});

test('what ended and how long it took is summed up over the minutes', async () => {
  const tenant = uuidv7();
  for (const minute of [1_000, 1_030]) {
    await count(tenant, minute, 2);
    await redis.hincrby(minuteKey(tenant, minute), 'crm>hr|took|4', 2);
    await redis.hincrby(minuteKey(tenant, minute), 'hr>crm|timeout', 1);
  }
  const ask = async () => sumOf(await readHour(redis, tenant, 1_040));
  const sum = new Map([
    ['crm>hr', { acknowledged: 4, failed: 0, timeout: 0, took: new Map([[4, 4]]) }],
    ['hr>crm', { acknowledged: 0, failed: 0, timeout: 2, took: new Map() }],
  ]);
  expect(await ask()).toEqual(sum);
  expect(await ask()).toEqual(sum);
});
