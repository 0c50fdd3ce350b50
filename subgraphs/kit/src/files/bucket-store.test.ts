import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isOutage } from '../failure.ts';
import { type Bucket, filesVariable } from './bucket.ts';
import { bucketStore } from './bucket-store.ts';
import { type FileStore, StoreFailure } from './file-store.ts';
import { checkFiles, openFiles } from './files.ts';
import { type TestBucket, testBucket } from './s3.testing.ts';

let directory: string;
let server: TestBucket;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bucket-'));
  server = await testBucket(directory);
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

async function failuresOf(bucket: Bucket): Promise<StoreFailure[]> {
  const files = await openFiles({ directory, bucket, secret: 'a secret for tests that is long enough' });
  const path = join(directory, 'some');
  await writeFile(path, 'x');
  const uses = [
    () => files.check(),
    () => files.put('media/a', path),
    () => files.read('media/a'),
    () => Readable.from(files.list('media')).toArray(),
    () => files.remove('media/a'),
    () => files.find('media/a'),
  ];
  const ends = await Promise.all(
    uses.map((use) =>
      use().then(
        () => 'done',
        (error: unknown) => error,
      ),
    ),
  );
  files.close();
  expect(ends.filter((end) => !(end instanceof StoreFailure))).toEqual([]);
  expect(ends.every(isOutage)).toBe(true);
  return ends.filter((end) => end instanceof StoreFailure);
}

const wrongKey = { accessKeyId: 'NOBODY', secretAccessKey: 'a secret that nobody must read in a log' };

test('a wrong key is a sentence that names no secret, and everybody else is told that files are away', async () => {
  const failures = await failuresOf({ ...server.bucket, credentials: wrongKey });
  expect(new Set(failures.map(({ message }) => message))).toEqual(
    new Set(['The file store refuses the key, or what is to be done with it.']),
  );
  expect(failures.every(({ isMisconfigured }) => isMisconfigured)).toBe(true);
  expect(failures[0]?.cause).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The file store is not available; try again in a moment.',
  });
  expect(JSON.stringify(failures)).not.toContain(wrongKey.secretAccessKey);
});

test('a bucket that is not there is a sentence', async () => {
  const store = bucketStore({ ...server.bucket, name: 'another' });
  await expect(store.check()).rejects.toThrow('There is no such bucket in the file store.');
  await expect(Readable.from(store.list('media')).toArray()).rejects.toThrow(
    'There is no such bucket in the file store.',
  );
  await writeFile(join(directory, 'one'), 'x');
  await expect(store.put('media/a', join(directory, 'one'))).rejects.toThrow('There is no such bucket');
  store.close();
});

test('a store that is away, or does not get to its end, is an outage, and is used again when it is back', async () => {
  const files = await openFiles({ directory, bucket: server.bucket, secret: 'a secret for tests that is long enough' });
  const put = () =>
    files.withDraft(async (path) => {
      await writeFile(path, 'x');
      await files.put('media/b', path);
    });
  await put();
  await server.setAway(true);
  const failures = await failuresOf(server.bucket);
  expect(failures.every(({ message, isMisconfigured }) => /does not answer/.test(message) && !isMisconfigured)).toBe(
    true,
  );
  const told: unknown[] = [];
  await checkFiles(files, { warn: (...line: unknown[]) => told.push(line) } as never);
  expect(told).toMatchObject([[{ reason: expect.stringContaining('does not answer') }, expect.any(String)]]);
  await server.setAway(false);
  expect(await files.find('media/b')).toMatchObject({ bytes: 1 });
  await put();
  files.close();
});

/** A store that answers what the test says. */
async function openOdd(answer: RequestListener): Promise<AsyncDisposable & { store: FileStore }> {
  const odd = createServer(answer).listen(0, '127.0.0.1');
  await once(odd, 'listening');
  const { port } = odd.address() as AddressInfo;
  const store = bucketStore({ ...server.bucket, endpoint: `http://127.0.0.1:${port}` }, { answerMs: 200 });
  return {
    store,
    async [Symbol.asyncDispose]() {
      store.close();
      odd.closeAllConnections();
      odd.close();
    },
  };
}

test('a list of several pages is read to its end, and what is not of ours in it is passed over', async () => {
  const pages: Record<string, string[]> = {
    '': ['media/a', 'media/Not Ours'],
    'media/Not Ours': ['media/b'],
    'media/b': [],
  };
  await using odd = await openOdd((request, response) => {
    const marker = new URL(request.url ?? '', 'http://x').searchParams.get('marker') ?? '';
    const keys = pages[marker] ?? [];
    const contents = keys.map(
      (key) =>
        `<Contents><Key>${key}</Key><Size>1</Size><LastModified>2026-11-29T00:00:00.000Z</LastModified></Contents>`,
    );
    response.setHeader('content-type', 'application/xml');
    response.end(
      `<ListBucketResult><IsTruncated>${marker !== 'media/b'}</IsTruncated>${contents.join('')}</ListBucketResult>`,
    );
  });
  const found = await Readable.from(odd.store.list('media')).toArray();
  const keptAt = new Date('2026-11-29T00:00:00Z');
  expect(found).toEqual([
    { name: 'media/a', bytes: 1, keptAt },
    { name: 'media/b', bytes: 1, keptAt },
  ]);
});

test.each([
  [500, 'does not answer \\(500\\)', false],
  [503, 'does not answer \\(503\\)', false],
  [429, 'does not answer \\(429\\)', false],
  [301, 'answers 301', true],
  [405, 'answers 405', true],
])('a store that answers %i is told as what it is', async (status, message, isMisconfigured) => {
  await using odd = await openOdd((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>');
  });
  const failure = await odd.store.check().catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: expect.stringMatching(message), isMisconfigured });
});

test('a store that takes a call and never answers is an outage too', async () => {
  await using odd = await openOdd((request) => request.resume());
  await writeFile(join(directory, 'one'), 'x');
  for (const use of [
    () => odd.store.check(),
    () => odd.store.find('a'),
    () => odd.store.put('a', join(directory, 'one')),
  ])
    await expect(use()).rejects.toThrow('The file store does not answer (ETIMEDOUT).');
});

test('who reads a file may take longer than an answer', async () => {
  await using odd = await openOdd((_request, response) => {
    response.writeHead(200, { 'content-length': 3_000_000 }).write(Buffer.alloc(2_999_999));
    setTimeout(() => response.end('x'), 500);
  });
  let got = 0;
  for await (const chunk of await odd.store.read('a')) {
    if (got === 0) await new Promise((resolve) => setTimeout(resolve, 300));
    got += chunk.length;
  }
  expect(got).toBe(3_000_000);
});

test('a bucket is one address', () => {
  const read = (text: string) => z.object({ FILES_URL: filesVariable }).safeParse({ FILES_URL: text }).data?.FILES_URL;
  expect(read('https://KEY:a%2Fb%2Bc@s3.example.com/my-bucket?region=eu-west-1')).toEqual({
    endpoint: 'https://s3.example.com',
    name: 'my-bucket',
    region: 'eu-west-1',
    credentials: { accessKeyId: 'KEY', secretAccessKey: 'a/b+c' },
  });
  expect(read('http://127.0.0.1:9000/bucket/')).toEqual({
    endpoint: 'http://127.0.0.1:9000',
    name: 'bucket',
    region: 'us-east-1',
    credentials: undefined,
  });
  for (const wrong of [
    ...['bucket', 's3://bucket', 'https://s3.example.com', 'https://s3.example.com/', 'https://s3.example.com/a/b'],
    ...['https://KEY@s3.example.com/bucket', 'https://:SECRET@s3.example.com/bucket', 'https://K:%@h.example/bucket'],
    ...['https://s3.example.com/Bucket', 'https://s3.example.com/bucket?zone=1', 'https://s3.example.com/bucket#x'],
    ...['ftp://s3.example.com/bucket', 'https://s3.example.com/../bucket/..', 'https://s3.example.com/bucket?region='],
  ])
    expect([wrong, read(wrong)]).toEqual([wrong, undefined]);
});
