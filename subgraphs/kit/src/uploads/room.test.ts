import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Files, openFiles } from '../files/files.ts';
import type { Offer } from './offer.ts';
import { UploadPurpose } from './purpose.ts';
import { withinRoom } from './room.ts';

const closing = new AsyncDisposableStack();
let files: Files;
let redis: Redis;

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'room-'));
  closing.defer(() => rm(directory, { recursive: true }));
  const server = await startRedis();
  closing.defer(() => server.stop());
  redis = new Redis(server.url);
  closing.defer(() => redis.disconnect());
  files = await openFiles({ directory, secret: 'a secret for tests that is long enough' });
});
afterAll(() => closing.disposeAsync());

const film = (tenantId: string): Offer => {
  const id = crypto.randomUUID();
  return { id, tenantId, purpose: UploadPurpose.VIDEO, name: 'a.mp4', type: 'video/mp4', bytes: 200_000_000 };
};
const bring = <Result>(offer: Offer, work: () => Promise<Result>, longestMs = 60_000) =>
  withinRoom({ files, redis, longestMs }, offer, work);
const tooMuch = { reason: 'TOO_MUCH_KEPT' };

test('a tenant has room for a gigabyte, also when all of it comes at once; others have their own', async () => {
  const gate = Promise.withResolvers<void>();
  const tenantId = crypto.randomUUID();
  const under = Array.from({ length: 5 }, () => bring(film(tenantId), () => gate.promise));
  await vi.waitFor(async () => expect(await redis.zcard(`mycelium:uploads:coming:${tenantId}`)).toBe(5));
  await expect(bring(film(tenantId), async () => 'brought')).rejects.toMatchObject(tooMuch);
  expect(await bring(film(crypto.randomUUID()), async () => 'brought')).toBe('brought');
  gate.resolve();
  await Promise.all(under);
  expect(await bring(film(tenantId), async () => 'brought')).toBe('brought');
});

test('what waits for its work takes room, and what broke off does not', async () => {
  const tenantId = crypto.randomUUID();
  await expect(bring(film(tenantId), () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
  await files.withDraft(async (path) => {
    await writeFile(path, '');
    await truncate(path, 900_000_000);
    await files.put(`uploads/${tenantId}/a`, path);
  });
  await expect(bring(film(tenantId), async () => 'brought')).rejects.toMatchObject(tooMuch);
  await files.remove(`uploads/${tenantId}/a`);
  expect(await bring(film(tenantId), async () => 'brought')).toBe('brought');
});

test('what a process brought that was killed takes room no longer than it could have taken', async () => {
  const tenantId = crypto.randomUUID();
  for (let n = 0; n < 5; n += 1) void bring(film(tenantId), () => new Promise(() => undefined), 200);
  await vi.waitFor(async () => expect(await bring(film(tenantId), async () => 'brought')).toBe('brought'));
});
