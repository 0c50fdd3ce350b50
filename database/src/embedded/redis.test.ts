import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, expect, test } from 'vitest';
import { leaveBehind } from '../../test/killed-process.ts';
import { endProcess, identityOf } from './process.ts';
import { type EmbeddedRedis, startRedis } from './redis.ts';
import { startInMemory } from './redis-in-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'redis-'));
const open = new Set<EmbeddedRedis>();

afterEach(async () => {
  await Promise.all([...open].map((server) => server.stop()));
  open.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(options: Parameters<typeof startRedis>[0]): Promise<EmbeddedRedis> {
  const server = await startRedis(options);
  open.add(server);
  return server;
}

async function ask<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  return question(redis).finally(() => redis.disconnect());
}

const library = `#!lua name=kitchen
redis.register_function('serve', function(keys, args) return redis.call('XADD', keys[1], '*', 'dish', args[1]) end)`;

test.each([
  ['a throw-away', () => startRedis()],
  ['the last resort', () => startInMemory()],
])('%s knows functions, consumer groups and pub/sub', async (_, begin) => {
  const server = await begin();
  open.add(server);
  const heard = await ask(server.url, async (redis) => {
    const listener = redis.duplicate();
    const message = new Promise((resolve) => listener.on('message', (_channel, text) => resolve(text)));
    await listener.subscribe('pass');
    await redis.call('FUNCTION', 'LOAD', library);
    await redis.fcall('serve', 1, 'orders', 'taco');
    await redis.xgroup('CREATE', 'orders', 'cooks', '0');
    const orders = await redis.xreadgroup('GROUP', 'cooks', 'ana', 'STREAMS', 'orders', '>');
    await redis.publish('pass', JSON.stringify(orders));
    return message.finally(() => listener.disconnect());
  });
  expect(heard).toMatch(/taco/);
});

test('what was acknowledged is there after kill -9, also when the last write was cut', async () => {
  const dataDir = join(folder, 'killed');
  const first = await start({ dataDir });
  await ask(first.url, (redis) => redis.set('dish', 'taco'));
  await endProcess(first.pid, [['SIGKILL', 5000]]);
  await first.stop();
  const log = (await readdir(join(dataDir, 'appendonlydir'))).find((name) => name.endsWith('.incr.aof')) ?? '';
  writeFileSync(join(dataDir, 'appendonlydir', log), '*3\r\n$3\r\nSET\r\n$4\r\ndi', { flag: 'a' });
  const second = await start({ dataDir });
  expect(await ask(second.url, (redis) => redis.get('dish'))).toBe('taco');
});

test('a copy of its data, which knows the same password, is not started where it answers itself', async () => {
  const [dataDir, copy] = [join(folder, 'original'), join(folder, 'copy')];
  const first = await start({ dataDir });
  cpSync(dataDir, copy, { recursive: true });
  rmSync(join(copy, 'redis.pid'));
  const port = Number(new URL(first.url).port);
  await expect(start({ dataDir: copy, port })).rejects.toThrow(/address already in use/i);
});

test('a client of before comes back when the server is started again on its port', async () => {
  const dataDir = join(folder, 'away');
  const first = await start({ dataDir });
  const redis = new Redis(first.url, { maxRetriesPerRequest: null });
  await redis.set('dish', 'taco');
  await first.stop();
  const answer = redis.get('dish');
  await start({ dataDir, port: Number(new URL(first.url).port) });
  expect(await answer.finally(() => redis.disconnect())).toBe('taco');
});

test('writes are never dropped to make room, and each is on disk when it is acknowledged', async () => {
  const server = await start({ dataDir: join(folder, 'settings') });
  const settings = await ask(server.url, (redis) =>
    redis.config('GET', 'maxmemory-policy', 'appendfsync', 'appendonly'),
  );
  expect(settings).toEqual(expect.arrayContaining(['noeviction', 'always', 'yes']));
});

test('the server of a process that was killed is adopted, and then ended', async () => {
  const dataDir = join(folder, 'orphaned');
  const orphan = await leaveBehind<EmbeddedRedis>('../src/embedded/redis.ts', 'startRedis', dataDir);
  const server = await start({ dataDir });
  expect(server.pid).toBe(orphan.pid);
  await server.stop();
  expect(identityOf(orphan.pid)).toBeUndefined();
});

test('an orphan that nobody knows the password of is ended', async () => {
  const dataDir = join(folder, 'unknown');
  const orphan = await leaveBehind<EmbeddedRedis>('../src/embedded/redis.ts', 'startRedis', dataDir);
  truncateSync(join(dataDir, 'instance.json'));
  const server = await start({ dataDir });
  expect(identityOf(orphan.pid)).toBeUndefined();
  expect(await ask(server.url, (redis) => redis.ping())).toBe('PONG');
});

test('a second start on the same data joins the first, and leaves the server to it', async () => {
  const dataDir = join(folder, 'joined');
  const first = await start({ dataDir });
  const second = await startRedis({ dataDir });
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(await ask(first.url, (redis) => redis.ping())).toBe('PONG');
});

test('nobody gets in without the password', async () => {
  const server = await start({});
  const { host } = new URL(server.url);
  await expect(ask(`redis://${host}`, (redis) => redis.get('dish'))).rejects.toThrow(/NOAUTH/);
});

test('a throw-away leaves no process and no file', async () => {
  const server = await start({});
  const [, data] = (await ask(server.url, (redis) => redis.config('GET', 'dir'))) as string[];
  expect(readFileSync(join(data ?? '', 'redis.pid'), 'utf8').trim()).toBe(String(server.pid));
  await server.stop();
  expect(identityOf(server.pid)).toBeUndefined();
  expect(existsSync(data ?? '')).toBe(false);
});
