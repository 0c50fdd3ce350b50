import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import { beginWithFirst } from './begin-with-first.ts';

/** What PostgreSQL itself ends, in milliseconds, for whoever does not ask for more; and how long a connection may take to come. */
export const limits = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
};

/** The same for work that nobody waits for. */
export const patience = {
  variables: { statement_timeout: '60s', lock_timeout: '30s', idle_in_transaction_session_timeout: '60s' },
};

/** Longer than PostgreSQL lets anything be silent: then it is frozen, or the way to it is cut. */
const SILENCE_MS = 75_000;

interface Scope {
  /** Resolves when the connection that was taken last is given back. */
  free: Promise<void>;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Within it at most one connection is in use at a time: who asks for another one gets it when the first is back. */
export function onOneConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  return scopes.run({ free: Promise.resolve() }, work);
}

/** Sees to it that no connection is lost to the pool, that nobody takes two, and that its transactions begin with what is asked first. */
export function keepPool(pool: Pool, silenceMs = SILENCE_MS): void {
  const freeing = new Map<PoolClient, () => void>();
  const connect: () => Promise<PoolClient> = pool.connect.bind(pool);

  async function connectInTurn(): Promise<PoolClient> {
    const scope = scopes.getStore();
    const before = scope?.free;
    const { promise, resolve } = Promise.withResolvers<void>();
    if (scope) scope.free = promise;
    try {
      await before;
      const client = await connect();
      freeing.set(client, resolve);
      return client;
    } catch (error) {
      resolve();
      throw error;
    }
  }
  // The form with a callback, and with it `pool.query`, is used by nobody.
  pool.connect = connectInTurn as Pool['connect'];

  pool.on('release', (_error, client) => {
    freeing.get(client)?.();
    freeing.delete(client);
  });
  pool.on('connect', (client) => {
    beginWithFirst(client);
    client.once('end', () => {
      if (freeing.has(client)) letGoOf(client);
    });
    const socket = client.connection.stream as Socket;
    socket.setTimeout(silenceMs, () => {
      if (freeing.has(client)) socket.destroy(new Error('Connection terminated: the server is silent.'));
    });
  });
}

/**
 * A connection that the server ended within a transaction would stay taken for ever: its rollback fails, and Kysely gives
 * back only what it rolled back. As many as the pool has, and the process would never ask its database anything again.
 */
function letGoOf(client: PoolClient): void {
  const { release } = client;
  // Whoever has it may give it back later.
  client.release = () => undefined;
  release(true);
}
