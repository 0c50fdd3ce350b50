import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { defaultRates, type Rates } from '../../src/caller/rates.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { useRedis } from '../bistro/redis.ts';
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

  it('are counted over server-sent events and REST too, with the same headers', async () => {
    const rest = {
      manifest: 'GET /api/dishes: { operation: Dishes, answer: /dishes }',
      operations: 'query Dishes { dishes { name } }',
    };
    bistro = await openBistro({ rates: rates({ address: 2 }), rest });
    const told = (status: number, headers: Headers) =>
      [status, ...['ratelimit-limit', 'ratelimit-remaining'].map((name) => headers.get(name))] as const;
    const stream = async () => {
      const { status, headers, isOver } = await readEvents(`${bistro.url}/graphql?query=%7BwhoAsks%7D`);
      await until(isOver);
      return { told: told(status, headers), headers };
    };
    const get = async () => {
      const { status, headers } = await fetch(`${bistro.url}/api/dishes`);
      return { told: told(status, headers), headers };
    };
    expect((await stream()).told).toEqual([200, '2', '1']);
    expect((await get()).told).toEqual([200, '2', '0']);
    for (const askOnce of [stream, get]) {
      const refused = await askOnce();
      expect(refused.told).toEqual([429, '2', '0']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.headers.get('ratelimit-reset')).toBe(refused.headers.get('retry-after'));
    }
    expect(bistro.menu.calls).toHaveLength(2);
  });
});

describe('tokens that are refused', () => {
  /** How a socket that says this first is closed. */
  const knock = (authorization: string) =>
    new Promise<[code: number, reason: string]>((resolve) => {
      const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
      socket.on('close', (code, reason) => resolve([code, String(reason)]));
    });

  it('count for their address over HTTP and sockets together; too many are 429 and 4429, and a good one is still good', async () => {
    bistro = await openBistro({ rates: rates({ address: 3 }) });
    expect((await ask('garbage')).status).toBe(401);
    expect(await knock('Bearer garbage')).toEqual([4401, 'Unauthorized']);
    expect(await knock('no bearer')).toEqual([4401, 'Unauthorized']);
    expect(await knock('Bearer rubbish')).toEqual([4429, expect.stringMatching(/Retry-After: [1-9]\d?$/)]);
    const refused = await ask('rubbish');
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const token = await bistro.tenants.login();
    expect((await ask(token)).status).toBe(200);
    const seen = watch(bistro.client(token), '{ whoAsks }');
    await until(() => seen.results.length === 1);
  });

  it('count when they come as a renewal', async () => {
    bistro = await openBistro({ rates: rates({ address: 1 }) });
    expect((await ask('garbage')).status).toBe(401);
    const payload = { authorization: `Bearer ${await bistro.tenants.login()}` };
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.on('message', () =>
      socket.send(JSON.stringify({ type: 'ping', payload: { authorization: 'Bearer garbage' } })),
    );
    expect(await closed).toBe(4429);
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
  const server = useRedis();
  const open = async (few: Parameters<typeof rates>[0], redisUrl = server.url) => {
    await server.redis.flushall();
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
    expect(await server.redis.keys('mycelium:rate:*')).toEqual(
      expect.arrayContaining(['mycelium:rate:tenant:las-reinas']),
    );
  });

  it('are counted by all gateways together', async () => {
    const first = await open({ apiKey: 2 });
    const second = await openBistro({ rates: rates({ apiKey: 2 }), redisUrl: server.url });
    second.tenants.credentials.set(key('one'), keyOf('one'));
    const statusAt = async (gateway: Bistro) => (await gateway.ask('{ whoAsks }', { token: key('one') })).status;
    try {
      await expect.poll(() => server.redis.pubsub('NUMSUB', 'mycelium:operations')).toEqual(['mycelium:operations', 1]);
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

it('in open mode nothing is counted unless that is set', async () => {
  bistro = await openBistro({ open: true });
  expect((await ask()).told).toEqual([200, null, null]);
  await bistro.close();
  bistro = await openBistro({ open: true, rates: rates({ address: 1 }) });
  expect((await ask()).told).toEqual([200, '1', '0']);
  expect((await ask()).told).toEqual([429, '1', '0']);
});
