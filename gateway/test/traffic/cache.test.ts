import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

const cacheSeconds = { Dish: 60, Person: 60 };
const QUERY = '{ dish(id: "1") { price } }';

let bistro: Bistro;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function open(options: Parameters<typeof openBistro>[0] = {}): Promise<Bistro> {
  const opening = await openBistro({ cacheSeconds, ...options });
  opened.push(opening);
  return opening;
}
async function read(token?: string, query = QUERY, from = bistro): Promise<[unknown, string | null]> {
  const { data, headers } = await from.ask(query, { token });
  return [data.dish?.price ?? data, headers.get('x-cache')];
}

describe('an answer is kept in one process', () => {
  it('for as long as its types allow, until a mutation', async () => {
    bistro = await open();
    const token = await bistro.tenants.login();
    expect(await read(token)).toEqual([30, 'miss']);
    const calls = bistro.menu.calls.length;
    expect(await read(token)).toEqual([30, 'hit']);
    expect(bistro.menu.calls).toHaveLength(calls);
    await bistro.ask('mutation { setPrice(id: "1", input: { amount: 44 }) { price } }', { token });
    expect(await read(token)).toEqual([44, 'miss']);
    expect(await read(token)).toEqual([44, 'hit']);
    const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
    expect(metrics).toContain('mycelium_gateway_cached_answers_total{result="hit"} 2');
  });

  it('for the shortest time of its types, and says how old it is', async () => {
    bistro = await open({ cacheSeconds: { Dish: 60, Person: 1 } });
    const dish = async () => (await bistro.ask(QUERY)).headers;
    const both = async () => (await bistro.ask('{ dish(id: "1") { price chef { name } } }')).headers;
    expect([(await dish()).get('x-cache'), (await both()).get('x-cache')]).toEqual(['miss', 'miss']);
    expect([(await dish()).get('age'), (await both()).get('x-cache')]).toEqual(['0', 'hit']);
    await expect.poll(async () => (await both()).get('x-cache')).toBe('miss');
    const old = await dish();
    expect([old.get('x-cache'), Number(old.get('age')) >= 1, old.get('cache-control')]).toEqual([
      'hit',
      true,
      'no-store',
    ]);
  });

  it('only if each of its types and root fields may be', async () => {
    bistro = await open({ cacheSeconds: { Dish: 60 } });
    for (const query of [
      '{ dish(id: "1") { price chef { name } } }',
      '{ whoAsks dish(id: "1") { price } }',
      '{ whoAsks }',
    ]) {
      for (let count = 0; count < 2; count += 1) expect((await read(undefined, query))[1]).toBeNull();
    }
  });

  it('not when it has errors', async () => {
    bistro = await open();
    bistro.menu.down = 'gone';
    expect((await bistro.ask(QUERY)).errors).toHaveLength(1);
    bistro.menu.down = undefined;
    expect(await read()).toEqual([30, 'miss']);
  });

  it('not at all unless it is switched on, and not for a type that is unknown', async () => {
    bistro = await open({ cacheSeconds: undefined });
    await read();
    expect(await read()).toEqual([30, null]);
    await expect(openBistro({ cacheSeconds: { Unicorn: 1 } })).rejects.toThrow('not in the graph: Unicorn');
  });

  it('for those with the same grants: another person of the tenant, but not another role, tenant or nobody', async () => {
    bistro = await open();
    expect(await read(await bistro.tenants.login())).toEqual([30, 'miss']);
    expect(await read(await bistro.tenants.login({ userId: 'u2' }))).toEqual([30, 'hit']);
    expect(await read(await bistro.tenants.login({ role: 'KITCHEN' }))).toEqual([30, 'miss']);
    expect(await read(await bistro.tenants.login({ tenantId: 'el-farolito' }))).toEqual([30, 'miss']);
    expect(await read()).toEqual([30, 'miss']);
  });

  it('for screens of a tenant that may do the same, and not for one that may do more', async () => {
    bistro = await open();
    const screen = (name: string, ...scopes: string[]) => {
      const token = `gg_screen_${name}_12345678`;
      bistro.tenants.credentials.set(token, { kind: 'DISPLAY', id: name, tenantId: 'las-reinas', scopes });
      return token;
    };
    expect(await read(screen('bar', 'menu:read'))).toEqual([30, 'miss']);
    expect(await read(screen('door', 'menu:read'))).toEqual([30, 'hit']);
    expect(await read(screen('kitchen', 'menu:read', 'menu:write'))).toEqual([30, 'miss']);
  });
});

describe('an answer is kept in Redis', () => {
  let folder: string;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let relay: Redis;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cache-'));
    redis = await startRedis({ dataDir: folder });
    relay = new Redis(redis.url);
  });
  afterAll(async () => {
    relay.disconnect();
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  const trusted = async (from: Bistro, token: string) =>
    expect.poll(async () => (await read(token, QUERY, from))[1]).toBe('hit');

  it('for all gateways, and what the feed of its tenant tells drops it', async () => {
    bistro = await open({ redisUrl: redis.url });
    const token = await bistro.tenants.login();
    const foreign = await bistro.tenants.login({ tenantId: 'el-farolito' });
    await trusted(bistro, token);
    await trusted(bistro, foreign);
    bistro.menu.change('1', 77);
    expect(await read(token)).toEqual([30, 'hit']);
    expect((await bistro.ask(QUERY, { token })).headers.get('age')).toMatch(/^[0-9]$/);
    await relay.publish('mycelium:feed:las-reinas', '1-0');
    await expect.poll(() => read(token)).toEqual([77, 'hit']);
    expect(await read(foreign)).toEqual([30, 'hit']);
  });

  it('not when it was asked for before a change and came after it', async () => {
    const answered = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    bistro = await open({
      redisUrl: redis.url,
      locate: async ({ local }) => ({
        menu: {
          ...local,
          async execute(call) {
            const answer = await local.execute(call);
            if (call.query.includes('id:2')) {
              answered.resolve();
              await gate.promise;
            }
            return answer;
          },
        },
      }),
    });
    const token = await bistro.tenants.login();
    await trusted(bistro, token);
    const query = '{ dish(id: "2") { price } }';
    const late = read(token, query);
    await answered.promise;
    bistro.menu.change('2', 99);
    const generation = () => relay.get('mycelium:cache:generation:las-reinas');
    const before = await generation();
    await relay.publish('mycelium:feed:las-reinas', '1-0');
    await expect.poll(generation).not.toBe(before);
    gate.resolve();
    expect(await late).toEqual([30, 'miss']);
    expect(await read(token, query)).toEqual([99, 'miss']);
    expect(await read(token, query)).toEqual([99, 'hit']);
  });

  it('while Redis is away nothing is kept and nothing fails, and what was kept before is dropped', async () => {
    const other = await mkdtemp(join(tmpdir(), 'cache-away-'));
    let own = await startRedis({ dataDir: other });
    const port = Number(new URL(own.url).port);
    bistro = await open({ redisUrl: own.url });
    const token = await bistro.tenants.login();
    await trusted(bistro, token);
    await own.stop();
    await expect.poll(() => read(token)).toEqual([30, 'miss']);
    bistro.menu.change('1', 55);
    expect(await read(token)).toEqual([55, 'miss']);
    own = await startRedis({ dataDir: other, port });
    await expect.poll(() => read(token)).toEqual([55, 'hit']);
    await bistro.close();
    opened.length = 0;
    await own.stop();
    await rm(other, { recursive: true });
  });
});
