import { randomUUID } from 'node:crypto';
import { deriveKey } from '@mycelium/kit/secrets';
import { signContext } from '@mycelium/kit/viewer';
import { Pool } from 'undici';

/** Where the tills ask: the gateway as a person, or the subgraph past it. */
export type Door =
  | { kind: 'gateway'; url: string; token: string }
  | { kind: 'subgraph'; url: string; tenantId: string; secret: string };

export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

const SCOPES = ['menu:read', 'menu:availability', 'order:read', 'order:write', 'payment:take', 'location:write'];

/** Asks at a door over so many connections; throws what is refused. */
export function askAt(door: Door, connections: number): { ask: Ask; close: () => Promise<void> } {
  const { origin, pathname } = new URL(door.url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const credentials = credentialsFor(door);
  return {
    async ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
      const { body } = await pool.request({
        ...{ path: pathname, method: 'POST', body: JSON.stringify({ query, variables }) },
        headers: { 'content-type': 'application/json', ...credentials(query, variables) },
      });
      const { data, errors } = (await body.json()) as { data?: Data; errors?: unknown };
      if (!data || errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    close: () => pool.close(),
  };
}

function credentialsFor(door: Door): (query: string, variables: Record<string, unknown>) => Record<string, string> {
  if (door.kind === 'gateway') return () => ({ authorization: `Bearer ${door.token}` });
  const key = deriveKey(door.secret, 'context');
  const viewer = { kind: 'user' as const, id: randomUUID(), tenantId: door.tenantId, scopes: SCOPES };
  return (query, variables) => ({
    'x-mycelium-context': signContext(
      { viewer, correlationId: randomUUID() },
      { query, variables, to: 'restaurant' },
      key,
    ),
  });
}
