import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../src/gateway.ts';
import type { GatewayOptions } from '../../src/options.ts';
import { compose } from '../bistro/bistro.ts';
import { useRedis } from '../bistro/redis.ts';

const server = useRedis();
const sdl = compose([{ name: 'menu', url: 'http://127.0.0.1:1/graphql', sdl: 'type Query { dishes: Int }' }]);
const manifest = 'GET /api/dishes: { operation: Dishes, answer: /dishes }';

/** A port that somebody else has. */
const taken = createServer();
beforeAll(() => new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => taken.close(resolve)));

const portOf = (): number => {
  const address = taken.address();
  return typeof address === 'object' && address ? address.port : 0;
};

const start = (options: Partial<GatewayOptions>): Promise<Gateway> =>
  startGateway({
    supergraphSdl: sdl,
    host: '127.0.0.1',
    port: 0,
    redisUrl: server.url,
    cacheSeconds: { Query: 60 },
    log: pino({ enabled: false }),
    ...options,
    open: true,
  });

/** Connections to Redis beside the one that asks. */
const connections = async () =>
  String(await server.redis.client('LIST'))
    .trim()
    .split('\n').length - 1;

it.each<[string, () => Partial<GatewayOptions>]>([
  ['a supergraph that is none', () => ({ supergraphSdl: 'type Query' })],
  ['a folder of operations that is none', () => ({ operations: '/nowhere' })],
  ['paths that name no operation', () => ({ rest: { manifest, operations: 'query Other { dishes }' } })],
  ['a certificate that is none', () => ({ tls: { certificate: '/nowhere', key: '/nowhere' } })],
  ['a port that is taken', () => ({ port: portOf() })],
])('%s ends the start, and nothing is left open', async (_what, options) => {
  await expect(start(options())).rejects.toThrow();
  await expect.poll(connections).toBe(0);
});

it('is closed once, however often it is told to', async () => {
  const gateway = await start({ leaveMs: 50 });
  await Promise.race([gateway.close(), gateway.close()]);
  await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
  await expect.poll(connections).toBe(0);
});
