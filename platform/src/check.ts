import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './env.ts';

interface Check {
  name: string;
  command: string;
  args: string[];
  /** Its last line is worth reading when all is well. */
  hasFigure?: true;
}

const rooms = ['schema', 'database', 'subgraphs', 'gateway', 'clients', 'simulators', 'platform'];

/** Alone and first, since the others read the types that it makes. */
const documentTypes: Check = {
  name: "the clients' documents fit the schema",
  command: 'node',
  args: ['platform/document-types.mjs'],
};

/** The longest first. */
const checks: Check[] = [
  {
    name: 'types',
    command: 'node',
    // On one thread, since each of several checks the libraries again: 18 s of CPU, 42 s on four.
    args: ['node_modules/typescript-native/bin/tsc', '-p', '.', '--noEmit', '--pretty', '--singleThreaded'],
  },
  {
    name: 'what is generated is up to date',
    command: 'node',
    args: ['--import', '@mycelium/database/typescript', 'platform/src/generate.ts', '--check'],
  },
  {
    name: 'registered operations fit the schema',
    command: 'node',
    args: [
      '--import',
      '@mycelium/database/typescript',
      'platform/src/operations-fit.ts',
      ...process.argv.slice(2).map((file) => resolve(file)),
    ],
  },
  {
    name: 'the login page is light',
    command: 'node',
    args: ['--import', '@mycelium/database/typescript', 'platform/src/first-load.ts'],
    hasFigure: true,
  },
  { name: 'nothing is unused (knip)', command: 'knip', args: ['--no-progress'] },
  { name: 'format and lint (biome)', command: 'biome', args: ['check', '--error-on-warnings', '--colors=force'] },
  {
    name: 'who imports whom (dependency-cruiser)',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.mjs', ...rooms],
  },
];

/** Runs every check, that of operations also on files that are named, as many at once as there are cores, and says what each found. */
async function main(): Promise<void> {
  const waiting = (await passes(documentTypes)) ? [...checks] : [];
  const failed = waiting.length ? [] : [documentTypes.name];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  const count = checks.length + 1;
  if (failed.length) process.stdout.write(`${failed.length} of ${count} checks failed: ${failed.join(', ')}.\n`);
  else process.stdout.write(`All ${count} checks passed.\n`);
  process.exitCode = failed.length ? 1 : 0;
}

async function passes(check: Check): Promise<boolean> {
  const startedAt = Date.now();
  const { code, output } = await run(check);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const figure = check.hasFigure && code === 0 ? `: ${output.trim().split('\n').at(-1)?.trim()}` : '';
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${check.name}${figure} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}

function run({ command, args }: Check): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', command), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

await main();
