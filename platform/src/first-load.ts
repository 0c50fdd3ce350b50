import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { root } from './env.ts';

const LIMIT_BYTES = 150_000;
const dist = join(root, 'clients/web/dist');
const languages = ['en', 'es', 'tr'];

/** What Vite says of each file that it made: its name, and what it needs before it runs. */
const manifestSchema = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).default([]) }));

/** The files of JavaScript that must be there before the login page shows: what the page names, what these need, and the words. */
export function firstLoad(language: string): string[] {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')));
  const needed = new Set(['index.html', `src/words/${language}.ts`]);
  const files: string[] = [];
  // A set goes on to what is added while one walks over it.
  for (const name of needed) {
    const made = manifest[name];
    if (!made)
      throw new Error(`The build of the console has no ${name}: say in first-load.ts what the login page loads.`);
    files.push(made.file);
    for (const each of made.imports) needed.add(each);
  }
  return files;
}

/** Says how much the login page loads, in the language that has the longest words, and refuses too much. */
function main(): void {
  build();
  const loads = languages.map((language) => weighed(firstLoad(language)));
  const [heaviest = []] = loads.sort((one, other) => total(other) - total(one));
  for (const { file, bytes } of heaviest) process.stdout.write(`${kilobytes(bytes).padStart(9)} ${file}\n`);
  process.stdout.write(`${kilobytes(total(heaviest)).padStart(9)} in all, gzip\n`);
  if (total(heaviest) <= LIMIT_BYTES) return;
  process.stdout.write(`The login page may load ${kilobytes(LIMIT_BYTES)}: let what it does not show come later.\n`);
  process.exitCode = 1;
}

/** Builds the console, unless it is built as it stands. */
function build(): void {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const args = ['run', 'build', '--filter=./clients/web', '--output-logs=errors-only', '--ui=stream'];
  const { status, stdout, stderr } = spawnSync(turbo, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(1);
}

interface Weighed {
  file: string;
  bytes: number;
}

function weighed(files: readonly string[]): Weighed[] {
  return files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }));
}

function total(load: readonly Weighed[]): number {
  return load.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

if (process.argv[1] === import.meta.filename) main();
