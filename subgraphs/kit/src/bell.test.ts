import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Bell, type Listener, openBell } from './bell.ts';

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
let lines: Record<string, unknown>[];
const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) });

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});
beforeEach(() => {
  lines = [];
});

/** Keeps what it heard, and how often it was asked to look. */
function listener(): Listener & { heard: string[]; looked: number } {
  const own = {
    heard: [] as string[],
    looked: 0,
    hear: (said: string) => void own.heard.push(said),
    missed() {
      own.looked += 1;
    },
  };
  return own;
}

const listening = async (): Promise<number> =>
  String(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub'))
    .split('\n')
    .filter(Boolean).length;

test('however many bells and listeners a process has, it listens over one connection, which goes with the last of them', async () => {
  const bells = [openBell(server.url, log), openBell(server.url, log), openBell(server.url, log)];
  const all = bells.flatMap((bell) => Array.from({ length: 50 }, (_, at) => bell.listen(`channel ${at}`, listener())));
  await Promise.all(all);
  await bells[0]?.listenToPattern('any *', listener());
  expect(await listening()).toBe(1);
  const [last, ...others] = bells;
  for (const bell of others) bell.close();
  const ears = listener();
  await last?.listen('still here', ears);
  expect(await redis.publish('still here', 'yes')).toBe(1);
  await vi.waitFor(() => expect(ears.heard).toEqual(['yes']));
  last?.close();
  await vi.waitFor(async () => expect(await listening()).toBe(0));
});

test('each hears its own channels and patterns, until it stops, and the others of a channel hear on', async () => {
  const [bell, other] = [openBell(server.url, log), openBell(server.url, log)];
  const [one, two, fitting] = [listener(), listener(), listener()];
  const stop = await bell.listen('door', one);
  await other.listen('door', two);
  await other.listenToPattern('d*r', fitting);
  await redis.publish('door', 'first');
  await vi.waitFor(() => expect([one.heard, two.heard, fitting.heard]).toEqual([['first'], ['first'], ['first']]));
  stop();
  stop();
  await redis.publish('door', 'second');
  await vi.waitFor(() =>
    expect([two.heard, fitting.heard]).toEqual([
      ['first', 'second'],
      ['first', 'second'],
    ]),
  );
  expect(one.heard).toEqual(['first']);
  bell.close();
  await redis.publish('door', 'third');
  await vi.waitFor(() => expect(two.heard).toEqual(['first', 'second', 'third']));
  other.close();
});

test('a channel that the last one left is heard again by whoever comes in the same moment', async () => {
  const bell = openBell(server.url, log);
  for (let round = 0; round < 20; round += 1) {
    const stop = await bell.listen('round', listener());
    stop();
    const ears = listener();
    const again = await bell.listen('round', ears);
    await redis.publish('round', String(round));
    await vi.waitFor(() => expect(ears.heard).toEqual([String(round)]));
    again();
  }
  await vi.waitFor(async () => expect(await redis.pubsub('NUMSUB', 'round')).toEqual(['round', 0]));
  bell.close();
});

test('a listener that throws is logged, whatever it throws at, and silences nobody', async () => {
  const bell = openBell(server.url, log);
  const fail = (): never => {
    throw new Error('no');
  };
  const ears = listener();
  await bell.listen('door', { hear: fail, missed: fail });
  await bell.listen('door', ears);
  await redis.publish('door', 'x');
  await vi.waitFor(() => expect(ears.heard).toEqual(['x']));
  await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await vi.waitFor(() => expect(ears.looked).toBeGreaterThan(1));
  expect(lines.filter(({ channel }) => channel === 'door').length).toBeGreaterThanOrEqual(2);
  bell.close();
});

test('at the beginning and after an outage everybody is told to look, once what is said from then on is heard', async () => {
  const bell = openBell(server.url, log);
  const reached: number[] = [];
  const first = Promise.withResolvers<void>();
  const tell = async (): Promise<void> => {
    reached.push(await redis.publish('door', 'after'), await redis.publish('gate 7', 'after'));
    first.resolve();
  };
  const [door, gate] = [listener(), listener()];
  await bell.listenToPattern('gate *', gate);
  await bell.listen('door', { hear: door.hear, missed: () => void tell() });
  await first.promise;
  for (let outage = 1; outage <= 3; outage += 1) {
    const told = door.heard.length;
    await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await vi.waitFor(() => expect(door.heard.length).toBeGreaterThan(told));
  }
  await vi.waitFor(() => expect(gate.heard.length).toBe(door.heard.length));
  expect(gate.looked).toBeGreaterThanOrEqual(4);
  expect(new Set(reached)).toEqual(new Set([1]));
  bell.close();
});

test('what begins and ends while Redis is away is no fault, and what waits hears when it is back', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bell-'));
  const away = await startRedis({ dataDir });
  const bell = openBell(away.url, log);
  await bell.listen('door', listener());
  const { port } = new URL(away.url);
  await away.stop();
  const [gone, waiting] = [listener(), listener()];
  void bell.listen('gone', gone).then((stop) => stop());
  const begun = bell.listen('waiting', waiting);
  const back = await startRedis({ dataDir, port: Number(port) });
  await begun;
  const told = new Redis(back.url);
  expect(await told.publish('waiting', 'x')).toBe(1);
  await vi.waitFor(() => expect(waiting.heard).toEqual(['x']));
  await vi.waitFor(async () => expect(await told.pubsub('NUMSUB', 'gone')).toEqual(['gone', 0]));
  told.disconnect();
  bell.close();
  await back.stop();
  await rm(dataDir, { recursive: true });
});

test('a bell that is closed before it could listen leaves nobody waiting, and rejects nothing', async () => {
  const bell: Bell = openBell('redis://127.0.0.1:1', log);
  const begun = [
    bell.listen('door', listener()),
    bell.listen('door', listener()),
    bell.listenToPattern('d*', listener()),
  ];
  bell.close();
  for (const stop of await Promise.all(begun)) stop();
  expect((await bell.listen('door', listener()))()).toBeUndefined();
});
