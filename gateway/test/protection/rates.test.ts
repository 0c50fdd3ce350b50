import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultRates, type Rates } from '../../src/rate/settings.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

const rates = (few: Partial<Record<keyof Rates, number>>): Rates => {
  const points = (rate: keyof Rates) => few[rate] ?? 1_000;
  return {
    address: { points: points('address'), seconds: 60 },
    apiKey: { points: points('apiKey'), seconds: 3_600 },
    tenant: { points: points('tenant'), seconds: 3_600 },
    viewer: { points: points('viewer'), seconds: 60 },
  };
};
const key = (name: string) => `gg_live_${name}_0123456789`;
const keyOf = (id: string, tenantId = 'las-reinas') => ({ kind: 'CLIENT', id, tenantId, scopes: [] });

let bistro: Bistro;
afterEach(() => bistro?.close());

/** Status, and what the headers say of limit, remainder and wait. */
async function ask(token?: string, headers: Record<string, string> = {}) {
  const answer = await bistro.ask('{ whoAsks }', { token, headers });
  const [limit, remaining] = ['limit', 'remaining'].map((name) => answer.headers.get(`ratelimit-${name}`));
  return { ...answer, told: [answer.status, limit, remaining] };
}

describe('operations of an anonymous viewer', () => {
  it('are counted by address, and refused with 429 when there are too many', async () => {
    bistro = await openBistro({ rates: rates({ address: 2 }) });
    expect((await ask()).told).toEqual([200, '2', '1']);
    expect((await ask()).told).toEqual([200, '2', '0']);
    const { told, errors, headers } = await ask();
    expect(told).toEqual([429, '2', '0']);
    const retryAfter = Number(headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(headers.get('ratelimit-reset')).toBe(String(retryAfter));
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 2, retryAfter } }]);
    expect(bistro.menu.calls).toHaveLength(2);
    expect((await ask(await bistro.tenants.login())).status).toBe(200);
    const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
    expect(metrics).toContain('mycelium_gateway_rate_limited_total{rate="address"} 1');
  });

  it('are counted on sockets too, where one that is refused fails alone', async () => {
    bistro = await openBistro({ rates: rates({ address: 2 }) });
    const client = bistro.client();
    const ticks = watch(client, 'subscription { tick }');
    await until(() => bistro.menu.watchers() === 1);
    await ask();
    const refused = watch(client, '{ whoAsks }');
    await until(() => refused.failure !== undefined);
    expect(refused.failure).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } }]);
    bistro.menu.tick(1);
    await until(() => ticks.results.length === 1);
  });

  it('are those of the address that a trusted proxy names, and of no other', async () => {
    bistro = await openBistro({ rates: rates({ address: 1 }), trustedProxies: ['127.0.0.1'] });
    const from = async (address: string) => (await ask(undefined, { 'x-forwarded-for': address })).status;
    expect(await from('203.0.113.1')).toBe(200);
    expect(await from('203.0.113.1')).toBe(429);
    expect(await from('203.0.113.2')).toBe(200);
    await bistro.close();
    bistro = await openBistro({ rates: rates({ address: 1 }) });
    expect(await from('203.0.113.1')).toBe(200);
    expect(await from('203.0.113.2')).toBe(429);
  });

  it('are those of a token that is refused', async () => {
    bistro = await openBistro({ rates: rates({ address: 1 }) });
    expect((await ask('garbage')).status).toBe(401);
    expect((await ask('rubbish')).status).toBe(429);
  });
});

describe('operations of people and screens', () => {
  it('are counted for each of them, however many have one address', async () => {
    bistro = await openBistro({ rates: rates({ address: 1, viewer: 2 }) });
    const { login } = bistro.tenants;
    const [ana, beto] = [await login({ userId: 'ana' }), await login({ userId: 'beto' })];
    expect((await ask(ana)).told).toEqual([200, '2', '1']);
    expect((await ask(ana)).told).toEqual([200, '2', '0']);
    expect((await ask(ana)).status).toBe(429);
    expect((await ask(beto)).told).toEqual([200, '2', '1']);
  });
});

describe('operations of API keys', () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  const open = async (few: Parameters<typeof rates>[0], redisUrl = server.url) => {
    await redis.flushall();
    const opened = await openBistro({ rates: rates(few), redisUrl });
    for (const id of ['one', 'two']) opened.tenants.credentials.set(key(id), keyOf(id));
    opened.tenants.credentials.set(key('other'), keyOf('other', 'elsewhere'));
    await expect.poll(async () => (await (await fetch(`${opened.url}/health`)).json()).redis).not.toBe('connecting');
    return opened;
  };

  it('are counted by key, tenant and address, and the smallest remainder is told', async () => {
    bistro = await open({ apiKey: 2, tenant: 3, address: 5 });
    // Nothing is registered for these keys, which is found out after counting.
    expect((await ask(key('one'))).told).toEqual([400, '2', '1']);
    expect((await ask(key('one'))).told).toEqual([400, '2', '0']);
    expect((await ask(key('one'))).told).toEqual([429, '2', '0']);
    expect((await ask(key('two'))).told).toEqual([400, '3', '0']);
    expect((await ask(key('two'))).told).toEqual([429, '3', '0']);
    expect((await ask(key('other'))).told).toEqual([429, '5', '0']);
    expect(await redis.keys('mycelium:rate:*')).toEqual(expect.arrayContaining(['mycelium:rate:tenant:las-reinas']));
  });

  it('are counted by all gateways together', async () => {
    const first = await open({ apiKey: 2 });
    const second = await openBistro({ rates: rates({ apiKey: 2 }), redisUrl: server.url });
    second.tenants.credentials.set(key('one'), keyOf('one'));
    const statusAt = async (gateway: Bistro) => (await gateway.ask('{ whoAsks }', { token: key('one') })).status;
    try {
      await expect.poll(() => redis.pubsub('NUMSUB', 'mycelium:operations')).toEqual(['mycelium:operations', 2]);
      expect([await statusAt(first), await statusAt(second), await statusAt(first)]).toEqual([400, 400, 429]);
    } finally {
      await first.close();
      await second.close();
    }
  });

  it('are counted by each gateway alone while Redis is away', async () => {
    bistro = await open({ apiKey: 1 }, 'redis://127.0.0.1:1');
    expect((await ask(key('one'))).status).toBe(503);
    expect((await ask(key('one'))).status).toBe(429);
    expect((await ask()).status).toBe(200);
  });
});

it('by default, the numbers are those that are promised', () => {
  expect(defaultRates).toMatchObject({
    address: { points: 100, seconds: 60 },
    apiKey: { points: 1_000, seconds: 3_600 },
    tenant: { points: 5_000, seconds: 3_600 },
  });
});

it('in open mode nothing is counted', async () => {
  bistro = await openBistro({ open: true, rates: rates({ address: 1 }) });
  expect((await ask()).told).toEqual([200, null, null]);
  expect((await ask()).told).toEqual([200, null, null]);
});
