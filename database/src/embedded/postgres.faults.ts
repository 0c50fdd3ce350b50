import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { leaveBehind } from '../../test/killed-process.ts';
import { type EmbeddedPostgres, startPostgres } from './postgres.ts';
import { endProcess, identityOf, until } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
const open = new Set<EmbeddedPostgres>();
const isRoot = process.getuid?.() === 0;

await chmod(folder, 0o755);
afterEach(async () => {
  await Promise.all([...open].map((server) => server.stop()));
  open.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(options: Parameters<typeof startPostgres>[0]): Promise<EmbeddedPostgres> {
  const server = await startPostgres(options);
  open.add(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end());
  return rows.flat();
}

test('a throw-away speaks UTF-8, orders by code point, and leaves no process and no file', async () => {
  const server = await start({});
  expect(await ask(server.url, "select current_setting('server_encoding'), upper('ñ'), 'Z' < 'a'")).toEqual([
    'UTF8',
    'Ñ',
    true,
  ]);
  const [data] = await ask(server.url, "select current_setting('data_directory')");
  await server.stop();
  expect(identityOf(server.pid)).toBeUndefined();
  expect(existsSync(dirname(String(data)))).toBe(false);
});

test('data are kept over restarts', async () => {
  const dataDir = join(folder, 'kept');
  const first = await start({ dataDir });
  await ask(first.url, 'create table dish (name text)');
  await ask(first.url, "insert into dish values ('taco')");
  await first.stop();
  const second = await start({ dataDir });
  expect(await ask(second.url, 'select name from dish')).toEqual(['taco']);
});

test('the server of a process that was killed is adopted, and then ended', async () => {
  const dataDir = join(folder, 'orphaned');
  const orphan = await leaveBehind<EmbeddedPostgres>('../src/embedded/postgres.ts', 'startPostgres', dataDir);
  const server = await start({ dataDir });
  expect(server.pid).toBe(orphan.pid);
  expect(await ask(server.url, 'select 1')).toEqual([1]);
  await server.stop();
  expect(identityOf(orphan.pid)).toBeUndefined();
});

test('an orphan that no longer answers is ended, and its data are recovered', async () => {
  const dataDir = join(folder, 'hanging');
  const orphan = await leaveBehind<EmbeddedPostgres>('../src/embedded/postgres.ts', 'startPostgres', dataDir);
  process.kill(orphan.pid, 'SIGSTOP');
  const server = await start({ dataDir });
  expect(server.pid).not.toBe(orphan.pid);
  expect(identityOf(orphan.pid)).toBeUndefined();
  expect(await ask(server.url, 'select 1')).toEqual([1]);
}, 40_000);

test('a killed server and a pid file that names a stranger are no obstacle', async () => {
  const dataDir = join(folder, 'killed');
  const first = await start({ dataDir });
  await endProcess(first.pid, [['SIGKILL', 5000]]);
  await first.stop();
  const pidFile = join(dataDir, 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
  const second = await start({ dataDir });
  expect(await ask(second.url, 'select 1')).toEqual([1]);
});

test('a creation that was cut half-way is done again', async () => {
  const dataDir = join(folder, 'cut');
  mkdirSync(join(`${dataDir}.new`, 'data/base'), { recursive: true });
  writeFileSync(join(`${dataDir}.new`, 'data/PG_VERSION'), '18\n');
  const server = await start({ dataDir });
  expect(await ask(server.url, 'select 1')).toEqual([1]);
  expect(existsSync(`${dataDir}.new`)).toBe(false);
});

test('a second start on the same data joins the first, and leaves the server to it', async () => {
  const dataDir = join(folder, 'joined');
  const first = await start({ dataDir });
  const second = await startPostgres({ dataDir });
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(await ask(first.url, 'select 1')).toEqual([1]);
});

test('data of another version are named together with the remedy', async () => {
  const dataDir = join(folder, 'older');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'PG_VERSION'), '9.6\n');
  await expect(startPostgres({ dataDir })).rejects.toThrow(/PostgreSQL 9.6.*npm run reset/);
});

test('a port that is taken is named', async () => {
  const first = await start({});
  await expect(startPostgres({ port: Number(new URL(first.url).port) })).rejects.toThrow(/address already in use/i);
});

test.runIf(isRoot)('below a folder that only root can enter, the data live elsewhere and are kept', async () => {
  const hidden = join(folder, 'hidden');
  mkdirSync(hidden, { mode: 0o700 });
  const dataDir = join(hidden, '.data/postgres');
  const first = await start({ dataDir });
  await ask(first.url, 'create table dish (name text)');
  await first.stop();
  const second = await start({ dataDir });
  expect(await ask(second.url, 'select count(*)::int from dish')).toEqual([0]);
  await second.stop();
  const elsewhere = readlinkSync(dataDir);
  expect(elsewhere).toMatch(/^\/var\/lib\/mycelium\//);
  rmSync(dirname(elsewhere), { recursive: true });
});

test('a throw-away that a killed process left is swept by the next one', async () => {
  const orphan = await leaveBehind<EmbeddedPostgres>('../src/embedded/postgres.ts', 'startPostgres', '');
  expect(identityOf(orphan.pid)).toBeDefined();
  await start({});
  expect(await until(() => !identityOf(orphan.pid), 1000)).toBe(true);
});
