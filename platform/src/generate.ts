import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { listOf, operationsOf } from '@mycelium/client-kit/build/client-documents';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { createMigration } from '@mycelium/database/migrate';
import { tablesOf } from '@mycelium/kit/part';
import { graphOf, type Manifest } from '@mycelium/kit/subgraph';
import { compose } from '@mycelium/schema/compose';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { cacheKeysOf } from './cache-keys.ts';
import { root } from './env.ts';
import { manifestOf } from './subgraphs.ts';

/** What is made from the classes and the clients' documents, and committed; the types of the documents are made, and not committed. */
const generated = [
  'schema/*.graphql',
  'schema/subgraphs/*.graphql',
  'schema/operations/**/*.json',
  'database/migrations/**/*',
  'clients/kit/src/generated/*',
];

const isCheck = process.argv.includes('--check');
const before = fingerprints();
const sdl: Partial<Record<SubgraphName, string>> = {};
const manifests: Manifest[] = [];
// One after the other: types are printed in the order in which their modules were loaded.
for (const name of subgraphNames) {
  const manifest = await manifestOf(name);
  manifests.push(manifest);
  sdl[manifest.name] = (await graphOf(manifest)).sdl;
  write(`schema/subgraphs/${manifest.name}.graphql`, `${sdl[manifest.name]?.trimEnd()}\n`);
}
const { supergraph, api } = compose(sdl);
write('schema/supergraph.graphql', supergraph);
const hasNewGraph = api !== readFileSync(join(root, 'schema/api.graphql'), 'utf8');
write('schema/api.graphql', api);
write('clients/kit/src/generated/cache-keys.ts', cacheKeysOf(api, supergraph));
await Promise.all([documents(), migrations()]);

const changed = changesSince(before);
for (const line of changed) process.stdout.write(`${line}\n`);
if (!changed.length) process.stdout.write('Everything generated is up to date.\n');
else if (isCheck) {
  process.stderr.write('What is generated was not up to date; it is now: review it and commit it.\n');
  process.exitCode = 1;
}

/** A migration for each subgraph whose entities say more than its last snapshot. */
async function migrations(): Promise<void> {
  const postgres = await startPostgres();
  try {
    for (const manifest of manifests) await createMigration(postgres.url, manifest.name, tablesOf(manifest));
  } finally {
    await postgres.stop();
  }
}

/** Types for the documents of the clients, and each document on its client's list. */
async function documents(): Promise<void> {
  // The check has made the types before, from the graph as it was.
  if (!isCheck || hasNewGraph) {
    const made = promisify(execFile)('node', [join(root, 'platform/document-types.mjs')]);
    await made.catch(({ stderr }) => Promise.reject(new Error(stderr)));
  }
  // The kit is what clients are made of, and asks nothing.
  for (const folder of globSync('clients/*', { cwd: root, exclude: ['clients/kit'] })) {
    const asked = operationsOf(join(root, folder));
    if (Object.keys(asked).length) grow(listOf(join(root, folder)), asked);
  }
}

/** A list only grows: clients of yesterday still ask. */
function grow(list: string, asked: Record<string, string>): void {
  const before: Record<string, string> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const operations = { ...before, ...asked };
  write(relative(root, list), JSON.stringify(operations, Object.keys(operations).sort(), 2));
}

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

function fingerprints(): Map<string, string> {
  const files = globSync(generated, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function changesSince(earlier: Map<string, string>): string[] {
  const now = fingerprints();
  const paths = [...new Set([...earlier.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    if (!earlier.has(path)) return [`made     ${path}`];
    if (!now.has(path)) return [`removed  ${path}`];
    return earlier.get(path) === now.get(path) ? [] : [`changed  ${path}`];
  });
}
