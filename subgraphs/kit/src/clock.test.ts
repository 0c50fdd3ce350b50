import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openClock } from './clock.ts';

const HOUR = 3_600_000;
let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: 0, enableOfflineQueue: false });
  await new Promise((resolve) => redis.once('ready', resolve));
  redis.on('error', () => undefined);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const aheadOf = ({ now }: { now(): Date }) => Math.round((now().getTime() - Date.now()) / 1_000) * 1_000 + 0;

test('what one process moves, all follow; one that starts later knows it from the beginning', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => openClock(redis, { canBeMoved: true })));
  if (!one || !other) throw new Error('Two were opened.');
  await one.move(-26 * HOUR);
  expect(aheadOf(one)).toBe(-26 * HOUR);
  await vi.waitFor(() => expect(aheadOf(other)).toBe(-26 * HOUR), { interval: 20 });
  const late = await openClock(redis, { canBeMoved: true });
  expect(aheadOf(late)).toBe(-26 * HOUR);
  for (const clock of [one, other, late]) clock.close();
});

test('in production it keeps real time, whatever was kept, and cannot be moved', async () => {
  await redis.set('mycelium:clock', HOUR);
  const clock = await openClock(redis, { canBeMoved: false });
  expect([aheadOf(clock), clock.aheadMs]).toEqual([0, 0]);
  await expect(clock.move(HOUR)).rejects.toThrow('cannot be moved');
  clock.close();
});

test.each(['no number', '', 'NaN', 'Infinity'])('what is no number of milliseconds is real time: %j', async (kept) => {
  await redis.set('mycelium:clock', kept);
  const clock = await openClock(redis, { canBeMoved: true });
  expect(aheadOf(clock)).toBe(0);
  clock.close();
});
