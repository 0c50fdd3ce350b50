import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Files, openFiles } from './files.ts';

let directory: string;
let files: Files;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'files-'));
  files = openFiles({ directory, secret: 'a secret for tests that is long enough' });
});
afterAll(() => rm(directory, { recursive: true }));

async function put(name: string, content: string): Promise<void> {
  await files.withDraft(async (path) => {
    await writeFile(path, content);
    await files.put(name, path);
  });
}

test('a file is kept whole under its name, and read whole or in part', async () => {
  await put('media/a.webp', '0123456789');
  expect(await files.find('media/a.webp')).toMatchObject({ name: 'media/a.webp', bytes: 10 });
  expect(await text(await files.read('media/a.webp'))).toBe('0123456789');
  expect(await text(await files.read('media/a.webp', { start: 2, end: 4 }))).toBe('234');
  expect(await files.find('media/b.webp')).toBeUndefined();
  expect(await files.find('media')).toBeUndefined();
  expect(await files.find('media/b/c')).toBeUndefined();
  await expect(files.read('media/b.webp')).rejects.toThrow('ENOENT');
});

test.each(['../a', 'media/../../a', '/etc/passwd', 'media//a', 'a\0', 'a\\b', '.', '', 'media/.a', 'A'])(
  'the name %j leads nowhere',
  async (name) => {
    await expect((async () => files.find(name))()).rejects.toThrow('is no name of a file of ours');
  },
);

test('a draft is gone when its work is over, and that of a process that died after a while', async () => {
  await expect(
    files.withDraft((path) => writeFile(path, 'x').then(() => Promise.reject(new Error('no')))),
  ).rejects.toThrow('no');
  const drafts = join(directory, 'drafts');
  await mkdir(drafts, { recursive: true });
  await writeFile(join(drafts, 'old'), 'x');
  await writeFile(join(drafts, 'new'), 'x');
  const before = new Date(Date.now() - 60_000);
  await utimes(join(drafts, 'old'), before, before);
  await files.sweep(30_000);
  expect(await readdir(drafts)).toEqual(['new']);
});
