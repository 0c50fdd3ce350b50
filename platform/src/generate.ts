import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { createMigration } from '@mycelium/database/migrate';
import { tablesOf } from '@mycelium/kit/part';
import { buildGraph } from '@mycelium/kit/sdl';
import { type Manifest, partsOf } from '@mycelium/kit/subgraph';
import { compose } from '@mycelium/schema/compose';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { cacheKeysOf } from './cache-keys.ts';
import { root } from './env.ts';
import { manifestOf } from './subgraphs.ts';

/** What is made from the classes and the clients' documents, and committed. */
const generated = [
  'schema/*.graphql',
  'schema/subgraphs/*.graphql',
  'schema/operations/**/*.json',
  'database/migrations/**/*',
  'clients/*/src/generated/**/*',
];

const before = fingerprints();
const sdl: Partial<Record<SubgraphName, string>> = {};
const manifests: Manifest[] = [];
// One after the other: types are printed in the order in which their modules were loaded.
for (const name of subgraphNames) {
  const manifest = await manifestOf(name);
  manifests.push(manifest);
  sdl[manifest.name] = (await buildGraph(partsOf(manifest), manifest.references, manifest.atRoot)).sdl;
  write(`schema/subgraphs/${manifest.name}.graphql`, `${sdl[manifest.name]?.trimEnd()}\n`);
}
const { supergraph, api } = compose(sdl);
write('schema/supergraph.graphql', supergraph);
write('schema/api.graphql', api);
write('clients/kit/src/generated/cache-keys.ts', cacheKeysOf(api, supergraph));
await Promise.all([codegen(), migrations()]);

const changed = changesSince(before);
for (const line of changed) process.stdout.write(`${line}\n`);
if (!changed.length) process.stdout.write('Everything generated is up to date.\n');
else if (process.argv.includes('--check')) {
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

async function codegen(): Promise<void> {
  await promisify(execFile)(join(root, 'node_modules/.bin/graphql-codegen'), ['-c', 'codegen.yml'], {
    cwd: root,
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`The clients' documents could not be generated:\n${stdout}${stderr}`);
  });
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
