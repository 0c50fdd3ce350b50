import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { defaultRates } from '../../src/caller/rates.ts';
import { hashText } from '../../src/persisted/document-id.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const aliases = Array.from({ length: 10_000 }, (_, i) => `a${i}: whoAsks`).join(' ');
const wrong = { query: 'query ($id: ID!) { dish(id: $id) { name } }', variables: { id: { not: 'an id' } } };

/** What a client may get wrong, and what it is told: over HTTP, and on a socket, where a number is the code that closes it. */
const mistakes: [what: string, body: string, status: number, code: string, onSocket: string | number][] = [
  ['broken JSON', '{ "query": ', 400, 'BAD_REQUEST', 4400],
  ['no query', '{ "variables": {} }', 400, 'BAD_REQUEST', 4400],
  ['a query that is a number', '{ "query": 7 }', 400, 'BAD_REQUEST', 4400],
  [
    'a query of one megabyte',
    JSON.stringify({ query: `{ ${'whoAsks '.repeat(125_000)}}` }),
    400,
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_PARSE_FAILED',
  ],
  ['more than one mebibyte', JSON.stringify({ query: ' '.repeat(1_100_000) }), 413, 'BAD_REQUEST', 1009],
  ['10,000 aliases', JSON.stringify({ query: `{ ${aliases} }` }), 400, 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
  [
    'a fragment cycle',
    JSON.stringify({ query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a variable of the wrong type', JSON.stringify(wrong), 400, 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['variables that are a list', JSON.stringify({ ...wrong, variables: ['1'] }), 400, 'BAD_REQUEST', 4400],
  [
    'an unknown operation name',
    JSON.stringify({ query: 'query A { whoAsks }', operationName: 'B' }),
    400,
    'OPERATION_RESOLUTION_FAILURE',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'an unknown document id',
    JSON.stringify({ documentId: hashText('{ nobody }') }),
    400,
    'PERSISTED_OPERATION_NOT_FOUND',
    'PERSISTED_OPERATION_NOT_FOUND',
  ],
  ['a document id that is none', JSON.stringify({ documentId: 'menu' }), 400, 'BAD_REQUEST', 'BAD_REQUEST'],
  ['a batch', '[{ "query": "{ whoAsks }" }, { "query": "{ whoAsks }" }]', 400, 'BAD_REQUEST', 4400],
  ['an empty batch', '[]', 400, 'BAD_REQUEST', 4400],
];

let bistro: Bistro;
let neighbour: Watch;
beforeAll(async () => {
  bistro = await openBistro({ rates: { ...defaultRates, address: { points: 10_000, seconds: 60 } } });
  neighbour = watch(bistro.client(await bistro.tenants.login()), 'subscription { tick }');
  await until(() => bistro.menu.watchers() === 1);
});
afterAll(() => bistro.close());

const post = async (body: string, accept: string) => {
  const response = await fetch(`${bistro.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body,
  });
  return { status: response.status, text: await response.text() };
};

/** What the first answer to a `subscribe` message is: the code of an error, or the code that closes the socket. */
const subscribe = (payload: string) =>
  new Promise<unknown>((resolve) => {
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('close', resolve);
    socket.on('message', (data) => {
      const { type, payload: errors } = JSON.parse(String(data));
      if (type === 'connection_ack') {
        socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
        return;
      }
      resolve(type === 'error' ? errors[0].extensions.code : type);
      socket.close();
    });
  });

describe.each(mistakes)('%s', (_what, body, status, code, onSocket) => {
  it('is told over HTTP by status and code', async () => {
    const { status: told, text } = await post(body, 'application/graphql-response+json');
    expect([told, JSON.parse(text)]).toMatchObject([
      status,
      { errors: [{ message: expect.any(String), extensions: { code } }] },
    ]);
  });

  it('is told over server-sent events by the code', async () => {
    const { text } = await post(body, 'text/event-stream');
    expect(text).toContain(`"code":"${code}"`);
  });

  it('is told on a socket by an error that is its own, or closes that socket', async () => {
    expect(await subscribe(body)).toBe(onSocket);
  });

  it('is noticed by no other client', async () => {
    const seen = neighbour.results.length;
    await Promise.all([post(body, '*/*'), subscribe(body)]);
    bistro.menu.tick(seen);
    await until(() => neighbour.results.length > seen);
    expect(neighbour.results.at(-1)).toEqual({ data: { tick: seen } });
    expect(neighbour.failure).toBeUndefined();
    expect((await bistro.ask('{ dish(id: "1") { name } }')).data).toEqual({ dish: { name: 'pastor' } });
  });
});

it('none of them reached a subgraph', () => {
  expect(bistro.menu.calls.filter(({ query }) => query.includes('whoAsks'))).toEqual([]);
});
