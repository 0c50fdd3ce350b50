import { startRedis } from '@mycelium/database/embedded/redis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { hastyRedis, whenReady } from '../redis.ts';
import { connect } from './connect.ts';
import { openGate, readConnection } from './gate.ts';
import { json } from './reader.ts';
import { startVendor } from './vendor.testing.ts';

const rules = { failures: 3, restMs: 60, longestRestMs: 240 };
const log = pino({ level: 'silent' });
let server: Awaited<ReturnType<typeof startRedis>>;
/** Each as a process of its own would have one. */
let processes: ReturnType<typeof hastyRedis>[];

beforeAll(async () => {
  server = await startRedis();
  processes = Array.from({ length: 4 }, () => hastyRedis(server.url, log));
  for (const redis of processes) await whenReady(redis);
});
afterAll(async () => {
  for (const redis of processes) redis.disconnect();
  await server.stop();
});

const gatesOf = (connection: string) => processes.map((redis) => openGate(connection, { redis, breaker: rules }));
const read = (connection: string) => {
  const [redis] = processes;
  if (!redis) throw new Error('There is no process.');
  return readConnection(redis, connection);
};

test('failures of all processes count together, one of them hears that it opened, and anybody can read it', async () => {
  const gates = gatesOf('a');
  expect(await read('a')).toMatchObject({ breaker: 'CLOSED', failures: 0 });
  const passes = await Promise.all(gates.map((gate) => gate.enter(1_000)));
  const told = await Promise.all(passes.map((pass) => pass.leave('FAILED')));
  expect(told.filter(Boolean)).toEqual(['OPENED']);
  expect(await read('a')).toMatchObject({ breaker: 'OPEN', failures: 3, since: expect.any(Date) });
});

test('of all who come after the rest, exactly one probes; when it fails the rest is longer, when it is well all go', async () => {
  const gates = gatesOf('b');
  for (let failed = 0; failed < rules.failures; failed += 1) await (await gates[0]?.enter(1_000))?.leave('FAILED');
  const probes = async () => {
    const passes = await Promise.all(Array.from({ length: 40 }, (_, at) => gates[at % gates.length]?.enter(1_000)));
    return passes.flatMap((pass) => (pass?.is === 'PROBE' ? [pass] : []));
  };
  const awaitProbe = () =>
    vi.waitFor(async () => {
      const found = await probes();
      expect(found.length).toBeGreaterThan(0);
      return found;
    });
  const first = await awaitProbe();
  expect(first.length).toBe(1);
  expect((await read('b')).breaker).toBe('PROBING');
  const began = Date.now();
  expect(await first[0]?.leave('FAILED')).toBeUndefined();
  const second = await awaitProbe();
  expect([second.length, Date.now() - began >= 100]).toEqual([1, true]);
  expect(await second[0]?.leave('WELL')).toBe('CLOSED');
  expect((await gates[3]?.enter(1_000))?.is).toBe('GO');
});

test('a probe whose process was killed is taken over by another one, once its time is over', async () => {
  const [gate, other] = gatesOf('c');
  for (let failed = 0; failed < rules.failures; failed += 1) await (await gate?.enter(1_000))?.leave('FAILED');
  await vi.waitFor(async () => expect((await gate?.enter(150))?.is).toBe('PROBE'));
  expect((await other?.enter(150))?.is).toBe('OPEN');
  await vi.waitFor(async () => expect((await other?.enter(150))?.is).toBe('PROBE'));
});

test('what began before it opened says nothing of how it is', async () => {
  const [gate] = gatesOf('d');
  const early = await gate?.enter(1_000);
  for (let failed = 0; failed < rules.failures; failed += 1) await (await gate?.enter(1_000))?.leave('FAILED');
  expect(await early?.leave('WELL')).toBeUndefined();
  expect((await gate?.enter(1_000))?.is).toBe('OPEN');
});

test('a pause that one process was asked for binds all, and a shorter one does not end it', async () => {
  const [gate, other] = gatesOf('e');
  await (await gate?.enter(1_000))?.leave({ pauseMs: 60_000 });
  const pass = await other?.enter(1_000);
  expect(pass).toMatchObject({ is: 'PAUSED' });
  await pass?.leave({ pauseMs: 1 });
  expect(await other?.enter(1_000)).toMatchObject({ is: 'PAUSED' });
  expect((await read('e')).pausedUntil?.getTime()).toBeGreaterThan(Date.now() + 50_000);
});

test('while Redis is away each process counts for itself, and calls go on', async () => {
  const vendor = await startVendor();
  const away = hastyRedis('redis://127.0.0.1:1', log);
  const told: string[] = [];
  const connector = connect({
    vendor: 'Vendor',
    connection: 'f',
    baseUrl: vendor.baseUrl,
    fetch: vendor.fetch,
    tenantId: 'las-reinas',
    redis: away,
    attempts: 1,
    breaker: rules,
    onBreaker: (change) => void told.push(change),
  });
  const ask = () => connector.call('/', { correlationId: 'c', answer: json(z.unknown()) });
  vendor.replies.push({ status: 500 }, { status: 500 }, { status: 500 });
  for (let failed = 0; failed < rules.failures; failed += 1) await expect(ask()).rejects.toThrow('answered 500');
  await expect(ask()).rejects.toThrow('has failed too often');
  await vi.waitFor(ask);
  expect(told).toEqual(['OPENED', 'CLOSED']);
  away.disconnect();
  await vendor.stop();
});
