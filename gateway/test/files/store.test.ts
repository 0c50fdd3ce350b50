import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { openFiles } from '@mycelium/kit/files/files';
import { type TestBucket, testBucket } from '@mycelium/kit/files/s3.testing';
import { makeOffer } from '@mycelium/kit/uploads/offer';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { Redis } from 'ioredis';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

const closing = new AsyncDisposableStack();
let bistro: Bistro;
let store: TestBucket;
let redis: Redis;

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'store-'));
  closing.defer(() => rm(directory, { recursive: true }));
  const [server, bucket] = await Promise.all([startRedis(), testBucket(join(directory, 's3'))]);
  store = bucket;
  closing.defer(() => Promise.all([server.stop(), bucket.close()]).then(() => undefined));
  redis = new Redis(server.url);
  closing.defer(() => redis.disconnect());
  const files = await openFiles({
    ...{ directory, bucket: bucket.bucket, secret: 'a secret for tests that is long enough' },
  });
  closing.defer(async () => files.close());
  bistro = await openBistro({ redisUrl: server.url, files });
  closing.defer(() => bistro.close());
  await vi.waitFor(async () => expect(await ready()).toMatchObject({ missing: [] }));
});
afterAll(() => closing.disposeAsync());

const ready = async () => (await fetch(`${bistro.url}/health/ready`)).json();

async function upload(body: Buffer, purpose: UploadPurpose, type: string) {
  const id = crypto.randomUUID();
  const tenantId = 'las-reinas';
  const { token } = await makeOffer(redis, { id, tenantId, purpose, name: 'a', type, bytes: body.length });
  const response = await fetch(`${bistro.url}/uploads/${id}?token=${token}`, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { 'content-type': type },
  });
  return { status: response.status, answer: (await response.json()) as { url?: string } };
}

const picture = sharp({ create: { width: 900, height: 10, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

test('pictures are served out of a bucket, whole and in part, and tables are kept in it', async () => {
  const { status, answer } = await upload(await picture, UploadPurpose.PICTURE, 'image/png');
  expect(status).toBe(201);
  const response = await fetch(bistro.url + answer.url);
  const whole = Buffer.from(await response.arrayBuffer());
  expect([response.status, (await sharp(whole).metadata()).width]).toEqual([200, 800]);
  const part = await fetch(bistro.url + answer.url, { headers: { range: 'bytes=2-5' } });
  expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, whole.subarray(2, 6)]);
  expect(await upload(Buffer.from('a;b\n'), UploadPurpose.TABLE, 'text/csv')).toMatchObject({ status: 201 });
  expect((await fetch(`${bistro.url}/media/${'0'.repeat(64)}-800.webp`)).status).toBe(404);
});

test('while the store is away, files are UNAVAILABLE and everything else goes on', async () => {
  const { answer } = await upload(await picture, UploadPurpose.PICTURE, 'image/png');
  await store.setAway(true);
  const unavailable = { errors: [{ extensions: { code: 'UNAVAILABLE' } }] };
  for (const [purpose, type] of [
    [UploadPurpose.PICTURE, 'image/png'],
    [UploadPurpose.TABLE, 'text/csv'],
  ] as const)
    expect(await upload(await picture, purpose, type)).toMatchObject({ status: 503, answer: unavailable });
  const shown = await fetch(bistro.url + answer.url);
  expect([shown.status, shown.headers.get('retry-after')]).toEqual([503, '5']);
  expect(shown.headers.get('cache-control')).toBeNull();
  expect(await shown.json()).toMatchObject(unavailable);
  await expect
    .poll(ready)
    .toMatchObject({ status: 'ready', missing: ['gateway: files: The file store does not answer (ECONNREFUSED).'] });
  await store.setAway(false);
  await expect.poll(ready).toMatchObject({ missing: [] });
  expect((await fetch(bistro.url + answer.url)).status).toBe(200);
});
