import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileFacts, NoSuchFile } from './file-store.ts';
import { type Files, openFiles } from './files.ts';
import { type TestBucket, testBucket } from './s3.testing.ts';

const secret = 'a secret for tests that is long enough';
let directory: string;
let server: TestBucket;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'files-'));
  server = await testBucket(join(directory, 's3'));
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

/** How much of what is read and written lies in memory at most, seen again and again; what nobody needs any more does not count. */
function holding(): Disposable & { most(): number } {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('There is no gc().');
  collect();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let timer: NodeJS.Timeout;
  const look = () => {
    const began = performance.now();
    collect();
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    // Looking takes its time too, more of it than the files on a busy machine.
    timer = setTimeout(look, 100 + 5 * (performance.now() - began));
  };
  look();
  return { most: () => most, [Symbol.dispose]: () => clearTimeout(timer) };
}

describe.each(['in a folder', 'in a bucket'] as const)('%s', (where) => {
  let files: Files;
  const room = () => join(directory, where === 'in a folder' ? 'folder' : 'beside');
  beforeAll(async () => {
    files = await openFiles({ directory: room(), secret, bucket: where === 'in a bucket' ? server.bucket : undefined });
  });
  afterAll(() => files.close());

  const put = (name: string, content: string) =>
    files.withDraft(async (path) => {
      await writeFile(path, content);
      await files.put(name, path);
    });
  const list = async (folder: string): Promise<FileFacts[]> =>
    (await Readable.from(files.list(folder)).toArray()).toSorted((one, other) => (one.name < other.name ? -1 : 1));

  test('a file is kept whole under its name, and read whole or in part', async () => {
    await put('media/a.webp', '0123456789');
    const facts = await files.find('media/a.webp');
    expect(facts).toMatchObject({ name: 'media/a.webp', bytes: 10 });
    expect(Math.abs((facts?.keptAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await text(await files.read('media/a.webp'))).toBe('0123456789');
    expect(await text(await files.read('media/a.webp', { start: 2, end: 4 }))).toBe('234');
    await put('media/a.webp', 'another');
    expect(await text(await files.read('media/a.webp'))).toBe('another');
    await put('media/empty.webp', '');
    expect([await files.find('media/empty.webp'), await text(await files.read('media/empty.webp'))]).toMatchObject([
      { bytes: 0 },
      '',
    ]);
  });

  test('what is not there is not found, and is removed without a word', async () => {
    for (const name of ['media/b.webp', 'media', 'media/b/c', 'nothing/at/all'])
      expect([name, await files.find(name)]).toEqual([name, undefined]);
    for (const name of ['media/b.webp', 'media/b/c', 'nothing/at/all']) {
      await expect(files.read(name)).rejects.toThrow(NoSuchFile);
      await files.remove(name);
    }
    await put('media/gone.webp', 'x');
    await files.remove('media/gone.webp');
    expect(await files.find('media/gone.webp')).toBeUndefined();
    await expect(files.read('media/gone.webp')).rejects.toThrow(NoSuchFile);
  });

  test('a folder is listed with those in it, and nothing of another one whose name begins alike', async () => {
    expect(await list('uploads')).toEqual([]);
    for (const name of ['uploads/one/a', 'uploads/one/b', 'uploads/two/a', 'uploads-2/a']) await put(name, name);
    expect((await list('uploads')).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['uploads/one/a', 13],
      ['uploads/one/b', 13],
      ['uploads/two/a', 13],
    ]);
    expect((await list('uploads/one')).map(({ name }) => name)).toEqual(['uploads/one/a', 'uploads/one/b']);
    expect(await list('uploads/three')).toEqual([]);
  });

  test.each(['../a', 'media/../../a', '/etc/passwd', 'media//a', 'a\0', 'a\\b', '.', '', 'media/.a', 'A'])(
    'the name %j leads nowhere',
    async (name) => {
      for (const use of [files.find, files.read, files.remove, (bad: string) => files.put(bad, '/dev/null')])
        await expect((async () => use(name))()).rejects.toThrow('is no name of a file of ours');
      await expect(list(name)).rejects.toThrow('is no name of a file of ours');
    },
  );

  test('a large file goes through, of which little is ever in memory', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 'x');
    await files.withDraft(async (path) => {
      for (let n = 0; n < 80; n += 1) await writeFile(path, mebibyte, { flag: 'a' });
      using held = holding();
      await files.put('uploads/large', path);
      let got = 0;
      for await (const chunk of await files.read('uploads/large')) got += chunk.length;
      expect(got).toBe(80 * mebibyte.length);
      expect(held.most()).toBeLessThan(40 * mebibyte.length);
    });
    await files.remove('uploads/large');
  });

  test('a draft is gone when its work is over, and that of a process that died after a while', async () => {
    await expect(
      files.withDraft((path) => writeFile(path, 'x').then(() => Promise.reject(new Error('no')))),
    ).rejects.toThrow('no');
    const drafts = join(room(), 'drafts');
    await mkdir(drafts, { recursive: true });
    await writeFile(join(drafts, 'old'), 'x');
    await writeFile(join(drafts, 'new'), 'x');
    const before = new Date(Date.now() - 60_000);
    await utimes(join(drafts, 'old'), before, before);
    await files.sweep(30_000);
    expect(await readdir(drafts)).toEqual(['new']);
  });

  test('it says that it can be used', async () => {
    await files.check();
  });
});
