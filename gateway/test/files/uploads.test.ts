import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import { startRedis } from '@mycelium/database/embedded/redis';
import { openFiles } from '@mycelium/kit/files/files';
import { dropOldUploads } from '@mycelium/kit/uploads/kept-upload';
import { MOST_OPEN, makeOffer } from '@mycelium/kit/uploads/offer';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { openSealed } from '@mycelium/kit/uploads/sealed-file';
import { mp4 } from '@mycelium/kit/uploads/video.testing';
import { Redis } from 'ioredis';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

const SECRET = 'a secret for tests that is long enough';

let bistro: Bistro;
let redis: Redis;
let redisUrl: string;
let directory: string;
const closing = new AsyncDisposableStack();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'uploads-'));
  closing.defer(() => rm(directory, { recursive: true }));
  const server = await startRedis();
  closing.defer(() => server.stop());
  redisUrl = server.url;
  redis = new Redis(redisUrl);
  closing.defer(() => redis.disconnect());
  bistro = await openBistro({
    redisUrl,
    files: await openFiles({ directory, secret: SECRET }),
    uploadPace: { ms: 300, bytes: 10_000 },
  });
  closing.defer(() => bistro.close());
});
afterAll(() => closing.disposeAsync());

const jpeg = sharp({ create: { width: 900, height: 600, channels: 3, background: '#c2410c' } })
  .withExif({ IFD0: { Artist: 'Somebody' } })
  .jpeg()
  .toBuffer();

interface Said {
  type?: string;
  bytes: number;
  tenantId?: string;
  purpose?: UploadPurpose;
}

/** The address of an upload of which this was said. */
async function addressFor({
  type = 'image/jpeg',
  bytes,
  tenantId = 'las-reinas',
  purpose = UploadPurpose.PICTURE,
}: Said): Promise<string> {
  const id = crypto.randomUUID();
  const offer = { id, tenantId, purpose, name: 'a.jpg', type, bytes };
  const { token } = await makeOffer(redis, offer);
  return `${bistro.url}/uploads/${id}?token=${token}`;
}

async function put(address: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(address, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'image/jpeg', ...headers },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  const answer = (await response.json()) as {
    url?: string;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  const [error] = answer.errors ?? [];
  const { reason, path } = error?.extensions ?? {};
  return { status: response.status, url: answer.url, reason, path, message: error?.message };
}

async function upload(body: Buffer, type = 'image/jpeg') {
  return put(await addressFor({ type, bytes: body.length }), new Uint8Array(body), { 'content-type': type });
}

const get = (path: string, init?: RequestInit) => fetch(`${bistro.url}${path}`, init);
const drafts = async () => readdir(join(directory, 'drafts'));

/** A PNG of which only the first lines say how large it is. */
function bomb(size: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(Math.ceil(size / 8) * 1_000));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

test('a picture is served as WebP in three widths, without what the camera wrote into it, for good', async () => {
  const { status, url = '' } = await upload(await jpeg);
  expect([status, url]).toEqual([201, expect.stringMatching(/^\/media\/[0-9a-f]{64}-800\.webp$/)]);
  for (const width of [320, 800, 1600]) {
    const response = await get(url.replace('-800', `-${width}`));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const facts = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: Math.min(width, 900) });
    expect(facts.exif).toBeUndefined();
  }
  expect(await upload(await jpeg)).toMatchObject({ status: 201, url });
  expect(await drafts()).toEqual([]);
});

test('a picture is answered in parts, by its headers alone, and not twice to who has it', async () => {
  const { url = '' } = await upload(await jpeg);
  const whole = Buffer.from(await (await get(url)).arrayBuffer());
  const part = async (range: string) => {
    const response = await get(url, { headers: { range } });
    return [response.status, response.headers.get('content-range'), Buffer.from(await response.arrayBuffer())];
  };
  const { length } = whole;
  expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${length}`, whole.subarray(0, 10)]);
  expect(await part('bytes=10-')).toEqual([206, `bytes 10-${length - 1}/${length}`, whole.subarray(10)]);
  expect(await part('bytes=-5')).toEqual([206, `bytes ${length - 5}-${length - 1}/${length}`, whole.subarray(-5)]);
  expect(await part(`bytes=${length}-`)).toEqual([416, `bytes */${length}`, Buffer.alloc(0)]);
  expect(await part('bytes=-0')).toEqual([416, `bytes */${length}`, Buffer.alloc(0)]);
  for (const odd of ['bytes=9-1', 'bytes=-', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=99999999999999999999-'])
    expect([odd, (await part(odd))[0]]).toEqual([odd, 200]);
  const head = await get(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(length), '']);
  const again = await get(url, { headers: { 'if-none-match': head.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('what is no picture of ours is not found, whatever its name tries', async () => {
  const name = `${'0'.repeat(64)}-800.webp`;
  for (const path of [
    ...[name, 'a', '', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', `..%5c${name}`, `${name}%00`],
    ...[`${name}/x`, `%2f${name}`, `${'0'.repeat(64)}-800.webp%0a`, `x%2f..%2f${name}`],
  ])
    expect([path, (await get(`/media/${path}`)).status]).toEqual([path, 404]);
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'NOT_A_PICTURE'],
  ['HTML', '<!doctype html><script>alert(1)</script>', 'NOT_A_PICTURE'],
  ['a head of GIF before a script', 'GIF89a/*\u0001\u0001*/=1;alert(1)', 'NOT_A_PICTURE|BROKEN_PICTURE'],
])('%s is refused as a picture', async (_what, text, reason) => {
  const answer = await upload(Buffer.from(text, 'latin1'));
  expect([answer.status, answer.reason]).toEqual([400, expect.stringMatching(reason)]);
});

test('what is appended to a picture, or comes in the middle of it, is not served', async () => {
  const webp = await sharp(await jpeg)
    .webp()
    .toBuffer();
  const { status, url = '' } = await upload(
    Buffer.concat([webp, Buffer.from('<script>alert(1)</script>')]),
    'image/webp',
  );
  expect(status).toBe(201);
  expect(await (await get(url)).text()).not.toContain('script');
});

test('a picture that is damaged is refused', async () => {
  const half = (await jpeg).subarray(0, 1_000);
  expect(await upload(half)).toMatchObject({ status: 400, reason: 'BROKEN_PICTURE' });
});

test('a picture of 2,500 million pixels is refused before it is unpacked', async () => {
  const before = process.memoryUsage().rss;
  expect(await upload(bomb(50_000), 'image/png')).toMatchObject({ status: 400, reason: 'TOO_MANY_PIXELS' });
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
});

test('an address is good once, of two who use it at once for one, and for nobody of another tenant', async () => {
  const body = new Uint8Array(await jpeg);
  const address = await addressFor({ bytes: body.length });
  const token = await bistro.tenants.login({ tenantId: 'el-farolito' });
  const gone = { status: 404, reason: 'ADDRESS_ENDED' };
  expect(await put(address, body, { authorization: `Bearer ${token}` })).toMatchObject(gone);
  const answers = await Promise.all([put(address, body), put(address, body)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  expect(await put(address, body)).toMatchObject(gone);
  expect(await put(address.replace(/token=.*/, 'token=gg_upload_x'), body)).toMatchObject(gone);
  expect(await put(address.replace(/\?.*/, ''), body)).toMatchObject(gone);
  const other = await addressFor({ bytes: body.length });
  expect(await put(other.replace(/uploads\/[^?]+/, 'uploads/%2e%2e%2f%00'), body)).toMatchObject(gone);
});

test('after its hour an address is no longer known, and counts no longer', async () => {
  const address = await addressFor({ bytes: 10 });
  const [key = ''] = (await redis.keys('mycelium:upload:*')).slice(0, 1);
  expect(await redis.pttl(key)).toBeGreaterThan(3_500_000);
  await redis.del(...(await redis.keys('mycelium:upload:*')));
  expect(await put(address, '0123456789')).toMatchObject({ status: 404 });
});

test('a body that is not as long as was said, or of another type, is refused', async () => {
  const body = new Uint8Array(await jpeg);
  const chunked = (bytes: Uint8Array) => new Blob([bytes.slice()]).stream();
  const longer = await put(await addressFor({ bytes: body.length - 1 }), body);
  expect(longer).toMatchObject({ status: 400, reason: 'OTHER_LENGTH' });
  const address = await addressFor({ bytes: body.length });
  const other = await put(address, body, { 'content-type': 'text/html' });
  expect(other).toMatchObject({ status: 415, reason: 'OTHER_TYPE' });
  expect(await put(address, chunked(body))).toMatchObject({ status: 201 });
  for (const bytes of [body.length - 1, body.length + 1])
    expect(await put(await addressFor({ bytes }), chunked(body))).toMatchObject({
      status: 400,
      reason: 'OTHER_LENGTH',
    });
  expect(await drafts()).toEqual([]);
});

/** Sends the beginning of an upload and then nothing more. */
async function begin(bytes: number) {
  const address = new URL(await addressFor({ bytes }));
  const socket = connect(Number(address.port), address.hostname);
  await once(socket, 'connect');
  socket.write(
    `PUT ${address.pathname}${address.search} HTTP/1.1\r\nhost: x\r\ncontent-type: image/jpeg\r\ncontent-length: ${bytes}\r\n\r\n`,
  );
  socket.write('x'.repeat(1_000));
  return socket;
}

test('a body that trickles is refused', async () => {
  const socket = await begin(1_000_000);
  const drip = setInterval(() => socket.write('x'), 50);
  const [answer] = await once(socket, 'data');
  clearInterval(drip);
  socket.destroy();
  expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
  expect(String(answer)).toContain('TRICKLED');
  await expect.poll(drafts).toEqual([]);
});

test('of an upload that is broken off nothing is left', async () => {
  const socket = await begin(1_000_000);
  await expect.poll(drafts).toHaveLength(1);
  socket.destroy();
  await expect.poll(drafts).toEqual([]);
});

test('a tenant announces only so many uploads that do not come, and others go on', async () => {
  const many = await Promise.allSettled(
    Array.from({ length: 1_000 }, () => addressFor({ bytes: 10, tenantId: 'greedy' })),
  );
  expect(many.filter(({ status }) => status === 'fulfilled').length).toBe(MOST_OPEN);
  expect(await redis.zcard('mycelium:uploads:greedy')).toBe(MOST_OPEN);
  await addressFor({ bytes: 10, tenantId: 'modest' });
});

test('a table lies sealed, and is gone after a day', async () => {
  const row = 'a row of a person';
  const said = { bytes: row.length, type: 'text/csv', purpose: UploadPurpose.TABLE, tenantId: 'sealed' };
  expect(await put(await addressFor(said), row, { 'content-type': 'text/csv' })).toMatchObject({ status: 201 });
  const files = await openFiles({ directory, secret: SECRET });
  const list = () => Readable.from(files.list('uploads/sealed')).toArray();
  const [kept] = await list();
  expect(await text(await files.read(kept?.name ?? ''))).not.toContain('person');
  expect(await drafts()).toEqual([]);
  await dropOldUploads(files, 60_000);
  expect(await list()).toHaveLength(1);
  await dropOldUploads(files, -1_000);
  expect(await list()).toEqual([]);
});

test('a video is kept as what it is by its first bytes, however they come, and not as what was said of it', async () => {
  const body = mp4('qt  ');
  const said = { bytes: body.length, type: 'video/mp4', purpose: UploadPurpose.VIDEO, tenantId: 'films' };
  const pieces = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of body) stream.enqueue(Uint8Array.of(byte));
      stream.close();
    },
  });
  expect(await put(await addressFor(said), pieces, { 'content-type': 'video/mp4' })).toMatchObject({ status: 201 });
  const files = await openFiles({ directory, secret: SECRET });
  const [kept] = await Readable.from(files.list('uploads/films')).toArray();
  const plain = await Readable.from(openSealed(await files.read(kept?.name ?? ''), files.keys)).toArray();
  const [facts, ...rest] = Buffer.concat(plain).toString('latin1').split('\n');
  expect([JSON.parse(facts ?? ''), rest.join('\n')]).toEqual([
    { name: 'a.jpg', type: 'video/quicktime' },
    body.toString('latin1'),
  ]);

  const html = '<!doctype html><script>alert(1)</script>'.padEnd(1_000_000);
  const address = await addressFor({ ...said, bytes: html.length });
  expect(await put(address, html, { 'content-type': 'video/mp4' })).toMatchObject({
    ...{ status: 400, reason: 'NOT_A_VIDEO', path: ['type'] },
    message: 'This is not a video in MP4, WebM or QuickTime format.',
  });
  expect(await Readable.from(files.list('uploads/films')).toArray()).toHaveLength(1);
  expect(await drafts()).toEqual([]);
});

test('a full disk is said in plain words', async () => {
  const full = await mkdtemp(join(tmpdir(), 'full-'));
  await mkdir(join(full, 'drafts'));
  const files = await openFiles({ directory: full, secret: SECRET });
  const server = await openBistro({
    redisUrl,
    files: {
      ...files,
      async withDraft(work) {
        const path = join(full, 'drafts', 'one');
        await symlink('/dev/full', path);
        return work(path).finally(() => rm(path));
      },
    },
  });
  const ready = async () => (await fetch(`${server.url}/health/ready`)).json();
  await expect.poll(ready).toMatchObject({ missing: [] });
  const body = new Uint8Array(await jpeg);
  const address = (await addressFor({ bytes: body.length })).replace(bistro.url, server.url);
  const answer = await put(address, body);
  await server.close();
  await rm(full, { recursive: true });
  expect(answer).toMatchObject({ status: 507, reason: 'NO_ROOM', message: expect.stringContaining('no room') });
});
