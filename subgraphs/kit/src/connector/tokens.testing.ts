import type { Redis } from 'ioredis';
import { z } from 'zod';
import { connect } from './connect.ts';
import type { ConnectorOptions } from './connector.ts';
import { json } from './reader.ts';
import { openLogin, type TokenSource } from './tokens.ts';

const tokensSchema = z.object({ access: z.string(), refresh: z.string() });
export type Tokens = z.infer<typeof tokensSchema>;

type Address = Pick<ConnectorOptions, 'baseUrl' | 'fetch'>;

/** Tokens that lie open in Redis, as they do nowhere else. */
export function sourceIn(redis: Redis, connection: string, { baseUrl, fetch }: Address): TokenSource<Tokens> {
  const vendor = connect({
    vendor: 'Vendor',
    connection: `${connection} tokens`,
    baseUrl,
    fetch,
    tenantId: 'las-reinas',
  });
  const key = `tokens ${connection}`;
  return {
    read: async () => tokensSchema.parse(JSON.parse((await redis.get(key)) ?? '')),
    refresh: ({ refresh }) =>
      vendor.call('/token', {
        method: 'POST',
        body: { form: { grant_type: 'refresh_token', refresh_token: refresh } },
        answer: json(tokensSchema),
        correlationId: 'c1',
      }),
    save: async (tokens) => void (await redis.set(key, JSON.stringify(tokens))),
    headers: ({ access }) => ({ authorization: `Bearer ${access}` }),
  };
}

/** A connector that is let in by these tokens. */
export function connectTo(
  { redis, connection, baseUrl, fetch }: Address & { redis: Redis; connection: string },
  source: TokenSource<Tokens> = sourceIn(redis, connection, { baseUrl, fetch }),
) {
  const login = openLogin(redis, connection, source);
  return connect({ vendor: 'Vendor', connection, baseUrl, fetch, tenantId: 'las-reinas', login });
}
