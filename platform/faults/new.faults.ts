import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { root } from '../src/env.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'mycelium-new-'));
const node = join(root, 'node_modules/node/bin/node');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of what is under version control, with the packages of this clone. */
async function copyOfClone(): Promise<void> {
  const listed = await run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, maxBuffer: 2 ** 24 });
  const paths = listed.stdout.trim().split('\n');
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  for (const path of paths.filter((each) => basename(each) === 'package.json')) linkPackages(dirname(path));
  link('books', 'subgraphs/books');
  // Where this clone has unpacked a Redis, the copy need not.
  const [redis, place] = [join(root, '.data/redis-server'), join(folder, '.data')];
  mkdirSync(place);
  if (existsSync(redis)) symlinkSync(redis, join(place, 'redis-server'));
}

/** Ours lead into the copy, all others to where they are. */
function linkPackages(place: string): void {
  const [from, to] = [join(root, place, 'node_modules'), join(folder, place, 'node_modules')];
  for (const name of list(from)) {
    if (name === '.cache') continue;
    mkdirSync(to, { recursive: true });
    if (name !== '@mycelium') symlinkSync(realpathSync(join(from, name)), join(to, name));
    else for (const ours of list(join(from, name))) link(ours, realpathSync(join(from, name, ours)).slice(root.length));
  }
}

function link(name: string, place: string): void {
  const scope = join(folder, 'node_modules/@mycelium');
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(folder, place), join(scope, name));
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** A command in the copy; rejects with what it said. */
async function inCopy(...args: string[]): Promise<string> {
  const done = await run(node, args, { cwd: folder, maxBuffer: 2 ** 24 }).catch((error) => {
    throw new Error(`${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
  });
  return done.stdout;
}

test('a new subgraph with two nouns and a page generates, passes the checks of types, lint and what is unused, and its tests', async () => {
  await copyOfClone();
  const typescript = (file: string, ...args: string[]) =>
    inCopy('--import', '@mycelium/database/typescript', file, ...args);
  await typescript('platform/src/new.ts', 'subgraph', 'books');
  expect(await typescript('platform/src/new.ts', 'noun', 'books/book')).toContain('subgraphs/books/src/book/book.ts');
  expect(await typescript('platform/src/new.ts', 'noun', 'books/category')).toContain('write-category.ts');
  expect(await typescript('platform/src/new.ts', 'page', 'book')).toContain('clients/web/src/books/BooksPage.tsx');
  await typescript('platform/src/generate.ts');
  await inCopy('platform/document-types.mjs');
  await inCopy(
    'node_modules/typescript-native/bin/tsc',
    '-p',
    '.',
    '--noEmit',
    '--incremental',
    'false',
    '--singleThreaded',
  );
  await inCopy('node_modules/knip/bin/knip.js', '--no-progress');
  await inCopy(
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    'subgraphs/books',
    'schema/src',
    'clients/web/src/books',
  );
  await inCopy(
    'node_modules/vitest/vitest.mjs',
    'run',
    'subgraphs/books',
    'clients/web/src/words',
    'clients/web/src/shell',
  );
  await expect(typescript('platform/src/new.ts', 'noun', 'books/book')).rejects.toThrow('is there already');
  await expect(typescript('platform/src/new.ts', 'noun', 'nobody/book')).rejects.toThrow('There is no subgraph nobody');
});
