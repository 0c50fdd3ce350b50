import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { startRedis } from '@mycelium/database/embedded/redis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { hastyRedis, whenReady } from '../redis.ts';
import { OutsideError } from './outside-error.ts';
import { json } from './reader.ts';
import { connectTo, sourceIn, type Tokens } from './tokens.testing.ts';
import { startVendor } from './vendor.testing.ts';

const log = pino({ level: 'silent' });
let server: Awaited<ReturnType<typeof startRedis>>;
let redis: ReturnType<typeof hastyRedis>;
let vendor: Awaited<ReturnType<typeof startVendor>>;
let connections = 0;
/** Tokens that the vendor gave out, the newest of which is good. */
let given: number;
let spent: string[];

beforeAll(async () => {
  server = await startRedis();
  redis = hastyRedis(server.url, log);
  await whenReady(redis);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

beforeEach(async () => {
  connections += 1;
  [given, spent] = [0, []];
  vendor = await startVendor();
  await redis.set(`tokens ${connections}`, JSON.stringify({ access: 'a-none', refresh: 'r0' } satisfies Tokens));
});
afterEach(() => vendor.stop());

/** A vendor that spends a refresh token with its first use, and takes a while. */
function serveLogin(calls: number): void {
  const serve = Array.from({ length: calls }, () => undefined);
  for (const _ of serve)
    vendor.replies.push((response, { url, body, headers }) => {
      if (url === '/token') {
        const token = new URLSearchParams(body).get('refresh_token') ?? '';
        const isGood = token === `r${given}` && !spent.includes(token);
        spent.push(token);
        if (isGood) given += 1;
        const answer = isGood ? { access: `a${given}`, refresh: `r${given}` } : { error: 'invalid_grant' };
        setTimeout(() => response.writeHead(isGood ? 200 : 400).end(JSON.stringify(answer)), 50);
        return;
      }
      const isIn = headers.authorization === `Bearer a${given}` && given > 0;
      response.writeHead(isIn ? 200 : 401).end('{"ok":true}');
    });
}

const open = () => connectTo({ redis, connection: String(connections), baseUrl: vendor.baseUrl, fetch: vendor.fetch });
const ask = (connector: ReturnType<typeof open>) =>
  connector.call('/data', { correlationId: 'c1', answer: json(z.object({ ok: z.boolean() })) });

test('twenty calls that are refused at once make one renewal, and all go on with what it gave', async () => {
  serveLogin(100);
  const connectors = Array.from({ length: 5 }, open);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(connectors[at % 5] ?? open())));
  expect(answers.length).toBe(20);
  expect(spent).toEqual(['r0']);
  expect(vendor.arrived.filter(({ url }) => url === '/token').length).toBe(1);
});

test('new tokens are kept before they are used', async () => {
  serveLogin(10);
  const source = sourceIn(redis, String(connections), vendor);
  const uses = () => vendor.arrived.filter(({ headers }) => headers.authorization === 'Bearer a1').length;
  let usesWhenKept: number | undefined;
  const connector = connectTo(
    { redis, connection: String(connections), baseUrl: vendor.baseUrl, fetch: vendor.fetch },
    {
      ...source,
      async save(tokens) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await source.save(tokens);
        usesWhenKept = uses();
      },
    },
  );
  await Promise.all([ask(connector), ask(connector)]);
  expect([usesWhenKept, uses()]).toEqual([0, 2]);
  expect(await source.read()).toEqual({ access: 'a1', refresh: 'r1' });
});

test('a permission that is missing makes no renewal of tokens that are new', async () => {
  serveLogin(10);
  const connector = open();
  await ask(connector);
  given += 10;
  for (let time = 0; time < 3; time += 1) {
    const error = await ask(connector).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutsideError);
    expect(error).toMatchObject({ fault: { code: 'REFUSED', values: { status: 401 } }, passing: false });
  }
  expect(spent).toEqual(['r0']);
});

test('tokens that somebody else has renewed meanwhile are taken, and none is spent', async () => {
  serveLogin(10);
  given = 3;
  let reads = 0;
  const source = sourceIn(redis, String(connections), vendor);
  const connector = connectTo(
    { redis, connection: String(connections), baseUrl: vendor.baseUrl, fetch: vendor.fetch },
    {
      ...source,
      async read() {
        reads += 1;
        return reads === 1 ? source.read() : { access: 'a3', refresh: 'r3' };
      },
    },
  );
  expect(await ask(connector)).toEqual({ ok: true });
  expect(spent).toEqual([]);
});

test('while Redis is away nobody spends a token', async () => {
  serveLogin(10);
  const away = hastyRedis('redis://127.0.0.1:1', log);
  const source = sourceIn(redis, String(connections), vendor);
  const address = { connection: String(connections), baseUrl: vendor.baseUrl, fetch: vendor.fetch };
  await expect(ask(connectTo({ ...address, redis: away }, source))).rejects.toThrow('cannot be renewed just now');
  expect(spent).toEqual([]);
  away.disconnect();
});

test('a process that is killed right after new tokens were kept leaves them to the next one', async () => {
  serveLogin(20);
  const args = [server.url, String(connections), vendor.baseUrl];
  const child: ChildProcess = fork(new URL('./renewer.testing.ts', import.meta.url), args, {
    execArgv: ['--import', '@mycelium/database/typescript'],
  });
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(spent).toEqual(['r0']);
  expect(await ask(open())).toEqual({ ok: true });
  expect(spent).toEqual(['r0']);
}, 15_000);

test('what the renewal is refused is told, and is no reason to try again', async () => {
  serveLogin(10);
  spent = ['r0'];
  const error = await ask(open()).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ fault: { code: 'REFUSED', values: { status: 400 } } });
  expect(vendor.arrived.filter(({ url }) => url === '/token').length).toBe(1);
});
