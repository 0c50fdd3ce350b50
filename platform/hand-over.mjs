import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each npm script is, once everything is installed. */
const commands = {
  start: typescript('platform/src/main.ts'),
  reset: typescript('platform/src/reset.ts'),
  check: typescript('platform/src/check.ts'),
  generate: typescript('platform/src/generate.ts'),
  subgraph: typescript('platform/src/subgraph.ts'),
  gateway: typescript('gateway/src/main.ts'),
  bench: typescript('bench/src/main.ts'),
  new: typescript('platform/src/new.ts'),
  fix: [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write'],
  test: [join(root, 'node_modules/vitest/vitest.mjs'), 'run'],
  'test:faults': [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'platform/faults/vitest.config.ts'],
  'test:e2e': [join(root, 'node_modules/@playwright/test/cli.js'), 'test'],
};

function typescript(file) {
  return ['--import', '@mycelium/database/typescript', join(root, file)];
}

/** Installs what is missing, then becomes the command on the pinned Node: its output, its signals, its exit code. `start` is started again when nobody knew its state any more. */
export async function handOver(name, args) {
  const command = commands[name];
  if (!command) return fail(`There is no command "${name}"; there are: ${Object.keys(commands).join(', ')}.`);
  try {
    await install(root);
  } catch (error) {
    return fail(error.message);
  }
  become(name, [...command, ...args]);
}

/** With this code a process ends whose state nobody knew any more. */
const UNKNOWN_STATE = 70;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** What ran so long is started again at once as if it were the first time. */
const STEADY_MS = 60_000;

function become(name, command) {
  const bin = join(root, 'node_modules/.bin');
  // What the engine has compiled of the packages is kept for the next start.
  const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') };
  const env = { ...compiled, ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  let child;
  let waiting;
  let isTold = false;
  let restarts = 0;
  let pauseMs = FIRST_PAUSE_MS;

  const begin = () => {
    waiting = undefined;
    const startedAt = Date.now();
    child = spawn(join(root, 'node_modules/node/bin/node'), command, { cwd: root, stdio: 'inherit', env });
    child.on('error', (error) => fail(`The pinned Node could not be started: ${error.message}.`));
    child.on('exit', (code, signal) => {
      if (signal) return endBy(signal);
      // What was well once is tried again and again: its servers may only come back later than we do.
      const wasWell = code === UNKNOWN_STATE || (restarts > 0 && code !== 0);
      if (name !== 'start' || isTold || !wasWell) process.exit(code);
      if (Date.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      restarts += 1;
      process.stderr.write(
        `Mycelium ended, see above: it starts again in ${pauseMs / 1_000} s (restart ${restarts}).\n`,
      );
      waiting = setTimeout(begin, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      isTold = true;
      if (!waiting) return forward(signal, child);
      clearTimeout(waiting);
      endBy(signal);
    });
  begin();
}

/** Ctrl-C in a terminal reaches the child by itself, as it does us. */
function forward(signal, child) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}

function endBy(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
