import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { identityOf, until } from '@mycelium/database/embedded/process';
import { lockHolder } from '@mycelium/database/embedded/process-lock';
import { pidIn, temporaryFolder } from '@mycelium/database/embedded/throw-away';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Server } from '../e2e/server.ts';

const bootstrap = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url));
const folder = await temporaryFolder('mycelium-start-');
const secret = 'a secret that only tests ever use, and long enough';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an npm script to its end. */
async function run(script: string, env: Record<string, string> = {}, ...args: string[]) {
  // biome-ignore lint/style/noProcessEnv: it is run as a person would run it.
  const options = { env: { ...process.env, NODE_ENV: '', PORT: '0', DATA_DIR: join(folder, 'data'), ...env } };
  const done = promisify(execFile)(process.execPath, [bootstrap, script, ...args], options);
  const {
    code = 0,
    stdout,
    stderr,
  } = (await done.catch((error: { code: number; stdout: string; stderr: string }) => error)) as {
    code?: number;
    stdout: string;
    stderr: string;
  };
  return { code, stdout, sentences: stderr.trim().split('\n') };
}

describe('a start that cannot be', () => {
  test.each([
    ['a bad variable', { PORT: 'eighty' }, [/^PORT: .*4000/]],
    [
      'a policy for slow clients that there is not',
      { SLOW_CONSUMERS: '{"Subscription.menuChanged":"sometimes"}' },
      [/^SLOW_CONSUMERS\.Subscription\.menuChanged: .*latest/],
    ],
    [
      'several bad variables',
      { DATABASE_URL: 'mysql://x', REDIS_URL: 'x' },
      [/^DATABASE_URL: should look like/, /^REDIS_URL: should look like/],
    ],
    [
      'PostgreSQL that does not answer',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
      [/^DATABASE_URL: PostgreSQL at 127.0.0.1:1 .*ECONNREFUSED.*leave it out/],
    ],
    [
      'Redis that does not answer',
      { REDIS_URL: 'redis://127.0.0.1:1' },
      [/^REDIS_URL: Redis at 127.0.0.1:1 .*ECONNREFUSED.*leave it out/],
    ],
    [
      'a certificate without its key',
      { TLS_CERTIFICATE: 'package.json' },
      [/^TLS_CERTIFICATE and TLS_KEY belong together/],
    ],
    ['a key that is not there', { TLS_KEY: 'nowhere.pem' }, [/^TLS_KEY: is a file in PEM/]],
    ['an address of another machine', { HOST: '192.0.2.1' }, [/^HOST: nobody can listen on 192.0.2.1/]],
    [
      'production without its services',
      { NODE_ENV: 'production', MYCELIUM_SECRET: secret },
      [/^DATABASE_URL must be set/, /^REDIS_URL must be set/],
    ],
    [
      'production with demo accounts asked for',
      {
        NODE_ENV: 'production',
        MYCELIUM_SECRET: secret,
        DATABASE_URL: 'postgres://a@b/c',
        REDIS_URL: 'redis://b',
        DEMO_DATA: '1',
      },
      [/^DEMO_DATA=1 is refused/],
    ],
  ])('%s: one sentence each, exit code 1, and nothing left running', async (_, env, expected) => {
    const { code, sentences } = await run('start', env);
    expect(sentences).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
    expect(code).toBe(1);
    for (const pidFile of ['postgres/postmaster.pid', 'redis/redis.pid']) {
      expect(identityOf(pidIn(join(folder, 'data', pidFile)) ?? 0)).toBeUndefined();
    }
    expect(lockHolder(join(folder, 'data/running'))).toBeUndefined();
  });

  test('a port that is taken is named, with another one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, sentences } = await run('start', { PORT: String(port) });
    other.close();
    expect(sentences).toEqual([expect.stringMatching(`^PORT: ${port} is taken .*PORT=${port + 1} npm start`)]);
    expect(code).toBe(1);
  });

  test('a subgraph that nobody knows is answered with those that there are', async () => {
    const { code, sentences } = await run('subgraph', {}, 'kitchen');
    expect(sentences).toEqual([expect.stringMatching(/tenants, events, restaurant/)]);
    expect(code).toBe(1);
  });
});

describe('a start', () => {
  let server: Server;
  beforeAll(async () => {
    // Told so by a signal, it has an error that nobody catches.
    const trouble = join(folder, 'trouble.mjs');
    writeFileSync(trouble, "process.on('SIGUSR2', () => { throw new Error('nobody catches this'); });");
    server = await Server.make({ NODE_OPTIONS: `--import ${trouble}`, DRAIN_MS: '100' });
    await server.start();
  }, 180_000);
  afterAll(() => server.stop());

  const login = () =>
    server.ask<{ login: { viewer: { id: string } } }>(
      'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { viewer { id } } }',
      {},
    );
  const inData = (name: string) => join(server.dataDir, name);

  test('serves the demo tenants, the clients and the health of everything', async () => {
    expect((await login()).login.viewer.id).toBeTruthy();
    for (const path of ['/app/', '/signage/', '/playground/', '/health/ready', '/metrics']) {
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
    }
  });

  test('keeps its secret where nobody else can read it', () => {
    expect(readFileSync(inData('secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(32);
    expect(statSync(inData('secret')).mode & 0o077).toBe(0);
  });

  test('is refused a second time in the same place, and so is a reset, by one sentence that names the process', async () => {
    const pid = lockHolder(inData('running'));
    const second = await run('start', { DATA_DIR: server.dataDir });
    expect(second).toMatchObject({ code: 1, sentences: [expect.stringContaining(`process ${pid}`)] });
    const reset = await run('reset', { DATA_DIR: server.dataDir });
    expect(reset).toMatchObject({ code: 1, sentences: [expect.stringContaining(`process ${pid}`)] });
  });

  test('works again after kill -9 of everything, and after kill -9 of the server alone', async () => {
    const before = await login();
    await server.kill();
    await server.start();
    expect((await login()).login.viewer.id).toBe(before.login.viewer.id);

    const postgres = pidIn(inData('postgres/postmaster.pid'));
    process.kill(lockHolder(inData('running')) ?? 0, 'SIGKILL');
    await server.start();
    expect((await login()).login.viewer.id).toBe(before.login.viewer.id);
    expect(pidIn(inData('postgres/postmaster.pid'))).toBe(postgres);
  }, 60_000);

  test('starts again by itself, with everything, when nobody caught an error', async () => {
    const before = lockHolder(inData('running')) ?? 0;
    process.kill(before, 'SIGUSR2');
    await until(() => identityOf(before) === undefined, 30_000);
    await until(async () => (await fetch(`${server.url}/health/ready`).catch(() => undefined))?.status === 200, 60_000);
    expect(lockHolder(inData('running'))).not.toBe(before);
    expect((await login()).login.viewer.id).toBeTruthy();
  }, 120_000);

  test('ends everything at SIGTERM, and a reset then removes everything', async () => {
    const pids = [
      pidIn(inData('postgres/postmaster.pid')),
      pidIn(inData('redis/redis.pid')),
      lockHolder(inData('running')),
    ];
    await server.end('SIGTERM');
    expect(pids.map((pid) => identityOf(pid ?? 0))).toEqual([undefined, undefined, undefined]);
    const { code, stdout } = await run('reset', { DATA_DIR: server.dataDir });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`Removed ${server.dataDir}`) });
    expect(existsSync(server.dataDir)).toBe(false);
  }, 60_000);
});
