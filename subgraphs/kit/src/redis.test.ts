import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { hastyRedis, patientRedis, whenReady } from './redis.ts';

const log = createLog('test', 'fatal');
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

let server: Awaited<ReturnType<typeof startRedis>>;
beforeAll(async () => {
  server = await startRedis();
  process.on('unhandledRejection', note);
});
beforeEach(() => {
  unhandled.length = 0;
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await server.stop();
});

/** Node says what was handled by nobody when all that was to be done at once is done. */
const said = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test.each([
  ['one that waits', patientRedis],
  ['one that does not', hastyRedis],
  [
    'a copy of one',
    (url: string, logger: typeof log) => hastyRedis(url, logger).duplicate({ enableOfflineQueue: true }),
  ],
])('a command that nobody waits for fails with its connection, and nothing else does: %s', async (_which, open) => {
  const redis = open(server.url, log);
  redis.on('error', () => undefined);
  await whenReady(redis);
  void redis.blpop('nothing comes here', 0);
  const awaited = redis.blpop('nor here', 0);
  redis.disconnect();
  void redis.get('x');
  await expect(awaited).rejects.toThrow(/connection (is closed|close)/i);
  await expect(redis.get('y')).rejects.toThrow();
  await said();
  expect(unhandled).toEqual([]);
});

test('what a library leaves of its subscriptions ends with the connection, also when Redis does not answer', async () => {
  const [publisher, subscriber] = [patientRedis(server.url, log), patientRedis(server.url, log)];
  const pubsub = new RedisPubSub({ publisher: publisher as never, subscriber: subscriber as never });
  const id = await pubsub.subscribe('a', () => undefined);
  await publisher.call('CLIENT', 'PAUSE', '5000', 'ALL');
  pubsub.unsubscribe(id);
  const ended = once(subscriber, 'end');
  subscriber.disconnect();
  await ended;
  await said();
  publisher.disconnect();
  expect(unhandled).toEqual([]);
});

test('every connection of a subgraph or a gateway is made in one place', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = globSync(['gateway/src/**/*.ts', 'subgraphs/*/src/**/*.ts'], { cwd: root });
  const served = files.filter((file) => !/\.(test|testing|faults)\.ts$|chaos/.test(file));
  expect(served.length).toBeGreaterThan(300);
  expect(served.filter((file) => /new Redis\(/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
