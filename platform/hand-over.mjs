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
  test: [join(root, 'node_modules/vitest/vitest.mjs'), 'run'],
  'test:faults': [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'platform/faults/vitest.config.ts'],
  'test:e2e': [join(root, 'node_modules/@playwright/test/cli.js'), 'test'],
};

function typescript(file) {
  return ['--import', 'tsx', join(root, file)];
}

/** Installs what is missing, then becomes the command on the pinned Node: its output, its signals, its exit code. */
export async function handOver(name, args) {
  const command = commands[name];
  if (!command) return fail(`There is no command "${name}"; there are: ${Object.keys(commands).join(', ')}.`);
  try {
    await install(root);
  } catch (error) {
    return fail(error.message);
  }
  const bin = join(root, 'node_modules/.bin');
  const child = spawn(join(root, 'node_modules/node/bin/node'), [...command, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal, child));
  child.on('error', (error) => fail(`The pinned Node could not be started: ${error.message}.`));
  child.on('exit', (code, signal) => (signal ? endBy(signal) : process.exit(code)));
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
