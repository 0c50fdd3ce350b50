import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@mycelium/database/embedded/process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { networkSecret } from './open-all.ts';

const root = join(import.meta.dirname, '../..');

/** Takes connections and never says a word. */
let silent: Server;
let silentPort: number;
let closedPort: number;

beforeAll(async () => {
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  silentPort = typeof address === 'object' && address ? address.port : 0;
  closedPort = await freePort();
});
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  silent.close();
});

/** The one with jobs, workers, reactions and a relay. */
async function startAlone(servicesPort: number) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', '@mycelium/database/typescript', join(root, 'subgraphs/events/src/main.ts')],
    {
      cwd: root,
      env: {
        DATABASE_URL: `postgres://nobody:x@127.0.0.1:${servicesPort}/none`,
        REDIS_URL: `redis://127.0.0.1:${servicesPort}`,
        MYCELIUM_SECRET: networkSecret,
        LOG_LEVEL: 'silent',
        PORT: String(port),
      },
      stdio: 'ignore',
    },
  );
  children.push(child);
  const ended = once(child, 'exit');
  const health = `http://127.0.0.1:${port}/health`;
  // It answers, and says that nobody answers it.
  await vi.waitFor(async () => expect((await fetch(health)).status).toBe(503), 60_000);
  return { child, ended, health };
}

test.concurrent.each([
  ['are not there', () => closedPort],
  ['do not answer', () => silentPort],
])(
  'a subgraph ends within seconds when it is told to, though its database and Redis %s',
  async (_, servicesPort) => {
    const { child, ended } = await startAlone(servicesPort());
    // Its workers, relay and jobs have begun to wait for somebody.
    await sleep(300);
    const asked = Date.now();
    child.kill('SIGTERM');
    const [code] = await ended;
    expect([code, Date.now() - asked < 12_000]).toEqual([0, true]);
  },
  90_000,
);

test.concurrent('told twice, it ends at once', async () => {
  const { child, ended, health } = await startAlone(silentPort);
  child.kill('SIGTERM');
  // It has heard the first one when it listens no more.
  await vi.waitFor(() => expect(fetch(health)).rejects.toThrow());
  const asked = Date.now();
  child.kill('SIGTERM');
  expect([(await ended)[0], Date.now() - asked < 2_000]).toEqual([1, true]);
}, 90_000);
