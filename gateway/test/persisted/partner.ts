import { afterEach, beforeEach, expect } from 'vitest';
import type { ClientList } from '../../src/persisted/client-list.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { useRedis } from '../bistro/redis.ts';

/** An API client, and what it asks. */
export const KEY = 'gg_live_0123456789abcdef';
export const partner = { kind: 'CLIENT', id: 'partner-1', tenantId: 'las-reinas', scopes: ['menu:read', 'menu:write'] };
export const DISHES = 'query Dishes { dishes { name chef { name } } }';
export const COST = 'query Cost { dish(id: "1") { cost } }';
export const CHANGES = 'subscription Changes { dishChanged(tenantId: "las-reinas") { dish { name } } }';
export const TICKS = 'subscription Ticks { tick }';
export const all: ClientList = { documents: [DISHES, COST, CHANGES, TICKS].map((text) => ({ text })) };
export const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
export const past = soon(-1_000);

/** Gateways that know this client, closed after each test, and a Redis that is empty before it. */
export function useGateways() {
  const server = useRedis();
  const bistros: Bistro[] = [];
  beforeEach(() => server.redis.flushall());
  afterEach(async () => {
    for (const bistro of bistros.splice(0)) await bistro.close();
  });
  return {
    server,
    async open(options: Parameters<typeof openBistro>[0] = {}): Promise<Bistro> {
      const bistro = await openBistro(options);
      bistros.push(bistro);
      bistro.tenants.credentials.set(KEY, partner);
      return bistro;
    },
    /** Waits until the gateways listen; all those of this process do over one connection. */
    isHeard: () =>
      expect.poll(() => server.redis.pubsub('NUMSUB', 'mycelium:operations')).toEqual(['mycelium:operations', 1]),
  };
}

export const codeAt = async ({ ask }: Bistro, query: string) =>
  (await ask(query, { token: KEY })).errors?.[0]?.extensions.code;
