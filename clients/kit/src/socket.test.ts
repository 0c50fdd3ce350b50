import type { AddressInfo } from 'node:net';
import { GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { useServer as serveGraph } from 'graphql-ws/use/ws';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Credential } from './credential.ts';
import { createConnection } from './live.ts';
import { createSocket, type SocketSink } from './socket.ts';

/** A feed of numbers: the cursor is the number. It knows numbers from `oldest` on. */
function feedSchema(feed: { oldest: number; newest: number; wake: Set<() => void> }) {
  async function* count(_: unknown, { after }: { after?: string }) {
    const start = after === undefined ? feed.newest : Number(after);
    if (after !== undefined && start < feed.oldest) {
      throw new GraphQLError('The window has passed.', { extensions: { code: 'BAD_USER_INPUT', path: ['after'] } });
    }
    for (let next = start + 1; ; next++) {
      while (next > feed.newest) await new Promise<void>((resolve) => feed.wake.add(resolve));
      yield { counted: { cursor: String(next), value: next } };
    }
  }
  const change = new GraphQLObjectType({
    name: 'Counted',
    fields: { cursor: { type: GraphQLString }, value: { type: GraphQLInt } },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { ok: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { counted: { type: change, args: { after: { type: GraphQLString } }, subscribe: count } },
    }),
  });
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(accepts: (token: unknown) => boolean = () => true) {
  const feed = { oldest: 0, newest: 0, wake: new Set<() => void>() };
  const tokens: unknown[] = [];
  let subscribes = 0;
  let port = 0;
  let server: WebSocketServer;

  async function open() {
    server = new WebSocketServer({ host: '127.0.0.1', port });
    serveGraph(
      {
        schema: feedSchema(feed),
        onConnect: ({ connectionParams, extra }) => {
          tokens.push(connectionParams?.authorization);
          if (accepts(connectionParams?.authorization)) return true;
          extra.socket.close(4403, 'Revoked');
          return true;
        },
        onSubscribe: () => void subscribes++,
      },
      server,
    );
    await new Promise((resolve) => server.once('listening', resolve));
    port = (server.address() as AddressInfo).port;
  }

  async function kill() {
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  }

  await open();
  closers.push(kill);
  return {
    url: () => `ws://127.0.0.1:${port}`,
    open,
    kill,
    feed,
    tokens,
    subscribes: () => subscribes,
    emit() {
      feed.newest++;
      for (const wake of feed.wake) wake();
      feed.wake.clear();
    },
  };
}

function credentialOf(token: string): Credential & { change(token: string | undefined): void } {
  let current: string | undefined = token;
  const listeners = new Set<() => void>();
  const change = (next: string | undefined) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    token: () => current,
    isStale: () => false,
    async renew() {
      change(undefined);
      return false;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
  };
}

async function follow(server: Awaited<ReturnType<typeof serve>>, credential = credentialOf('one')) {
  const connection = createConnection();
  const socket = createSocket({ url: server.url(), credential, connection });
  closers.push(socket.close);
  const values: number[] = [];
  const results: Parameters<SocketSink['next']>[0][] = [];
  let isComplete = false;
  const stop = socket.subscribe(
    { query: 'subscription ($after: String) { counted(after: $after) { cursor value } }' },
    { isFeed: true },
    {
      next(result) {
        results.push(result);
        const change = result.data?.counted;
        if (typeof change === 'object' && change && 'value' in change) values.push(Number(change.value));
      },
      complete() {
        isComplete = true;
      },
    },
  );
  return { connection, values, results, stop, credential, isComplete: () => isComplete };
}

test('what changed while the connection was lost arrives after it, in order and once', async () => {
  const server = await serve();
  const { values, connection } = await follow(server);
  await vi.waitFor(() => expect(server.subscribes()).toBe(1));
  server.emit();
  await vi.waitFor(() => expect(values).toEqual([1]));

  await server.kill();
  await vi.waitFor(() => expect(connection.snapshot().state).toBe('offline'));
  server.emit();
  server.emit();
  await server.open();

  await vi.waitFor(() => expect(values).toEqual([1, 2, 3]));
  expect(connection.snapshot()).toMatchObject({ state: 'live', gaps: 0 });
});

test('when the server does not know the cursor any more, a gap is told and the feed goes on live', async () => {
  const server = await serve();
  const { values, connection } = await follow(server);
  await vi.waitFor(() => expect(server.subscribes()).toBe(1));
  server.emit();
  await vi.waitFor(() => expect(values).toEqual([1]));

  await server.kill();
  server.feed.newest = 100;
  server.feed.oldest = 50;
  await server.open();

  await vi.waitFor(() => expect(connection.snapshot().gaps).toBeGreaterThan(0));
  await vi.waitFor(() => expect(server.subscribes()).toBe(3));
  server.emit();
  await vi.waitFor(() => expect(values).toEqual([1, 101]));
});

test('a renewed token replaces the socket, and the state stays live', async () => {
  const server = await serve();
  const { connection, credential, values } = await follow(server);
  await vi.waitFor(() => expect(server.subscribes()).toBe(1));
  server.emit();
  await vi.waitFor(() => expect(values).toEqual([1]));
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.snapshot().state));

  credential.change('two');
  await vi.waitFor(() => expect(server.tokens).toEqual(['Bearer one', 'Bearer two']));
  server.emit();
  await vi.waitFor(() => expect(values).toEqual([1, 2]));
  expect(states).not.toContain('offline');
});

test('who was revoked is told so, and is not asked for again', async () => {
  const server = await serve((token) => token !== 'Bearer revoked');
  const { results, isComplete } = await follow(server, credentialOf('revoked'));

  await vi.waitFor(() => expect(isComplete()).toBe(true));
  expect(results[0]?.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  expect(server.tokens).toHaveLength(1);
});
