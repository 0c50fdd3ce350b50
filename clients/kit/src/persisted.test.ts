import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cacheExchange } from '@urql/exchange-graphcache';
import { type DocumentNode, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { useServer as serveGraph } from 'graphql-ws/use/ws';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { createGraphClient } from './client.ts';
import { createConnection } from './live.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const withId = (text: string, hash: string) => ({ ...parse(text), __meta__: { hash } }) as DocumentNode;
const DISH = withId('query Dish($id: ID!) { __typename dish(id: $id) { __typename id name } }', 'sha256:aa');
const RENAME = withId('mutation Rename { __typename rename { __typename id name } }', 'sha256:bb');
const CHANGES = withId('subscription Changes($after: String) { changed(after: $after) }', 'sha256:cc');

/** A graph that remembers what it was sent, and answers by the id alone. */
async function serve() {
  const posted: Record<string, unknown>[] = [];
  const subscribed: unknown[] = [];
  let refusals = 1;
  const answers: Record<string, unknown> = {
    'sha256:aa': { __typename: 'Query', dish: { __typename: 'Dish', id: '1', name: 'pastor' } },
    'sha256:bb': { __typename: 'Mutation', rename: { __typename: 'Dish', id: '1', name: 'al pastor' } },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    posted.push(body);
    const isRefused = request.headers.authorization === 'Bearer old' && refusals-- > 0;
    const answer = isRefused
      ? { errors: [{ message: 'Expired.', extensions: { code: 'UNAUTHENTICATED' } }] }
      : { data: answers[body.documentId] ?? { __typename: 'Query' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const field = { type: GraphQLString, args: { after: { type: GraphQLString } } };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { ok: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: {
        changed: {
          ...field,
          async *subscribe() {
            yield { changed: 'yes' };
          },
        },
      },
    }),
  });
  const sockets = new WebSocketServer({ server });
  serveGraph(
    {
      schema,
      onSubscribe(_context, _id, payload) {
        subscribed.push(payload);
        return { schema, document: CHANGES, variableValues: payload.variables ?? {} };
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    sockets.close();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, posted, subscribed };
}

function connect(url: string) {
  let token = 'old';
  const { client, close } = createGraphClient({
    url,
    credential: {
      token: () => token,
      isStale: () => false,
      renew: async () => {
        token = 'new';
        return true;
      },
      onChange: () => () => {},
    },
    connection: createConnection(),
    cache: cacheExchange({}),
  });
  closers.push(close);
  return client;
}

test('a document with an id is asked by its id, and the cache still knows it', async () => {
  const { url, posted } = await serve();
  const client = connect(url);
  const names: unknown[] = [];
  const { unsubscribe } = client
    .query(DISH, { id: '1' }, { requestPolicy: 'cache-first' })
    .subscribe(({ data }) => names.push(data?.dish?.name));
  await vi.waitFor(() => expect(names).toEqual(['pastor']));
  await client.mutation(RENAME, {}).toPromise();
  await vi.waitFor(() => expect(names).toEqual(['pastor', 'al pastor']));
  unsubscribe();
  // The first of them was sent again with a new token.
  expect(posted).toEqual([
    { documentId: 'sha256:aa', variables: { id: '1' } },
    { documentId: 'sha256:aa', variables: { id: '1' } },
    { documentId: 'sha256:bb', variables: {} },
  ]);
});

test('a document without an id is asked by its text', async () => {
  const { url, posted } = await serve();
  await connect(url).query(parse('{ __typename }'), {}).toPromise();
  expect(posted.at(-1)).toMatchObject({ query: expect.stringContaining('__typename') });
});

test('a subscription is asked by its id on the socket', async () => {
  const { url, subscribed } = await serve();
  const heard = vi.fn();
  const { unsubscribe } = connect(url).subscription(CHANGES, { after: '7' }).subscribe(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  unsubscribe();
  expect(subscribed[0]).toEqual({ query: '', documentId: 'sha256:cc', variables: { after: '7' } });
});
