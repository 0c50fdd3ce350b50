import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { startGateway } from '../../src/gateway.ts';
import { compose } from '../bistro/bistro.ts';

/** 2^53 + 1, which no double holds. */
const LONG = '9007199254740993';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let servers: Server[] = [];
/** What the subgraphs were sent. */
let sent: string[] = [];

/** A subgraph that answers texts. */
async function serve(answer: (body: string) => string): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    sent.push(body);
    response.setHeader('content-type', 'application/json').end(answer(body));
  });
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (text) => {
      const message = JSON.parse(String(text));
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (message.type !== 'subscribe') return;
      sent.push(String(text));
      const payload = `{"data":{"ticked":{"__typename":"Tick","id":${LONG},"big":-${LONG}}}}`;
      socket.send(`{"id":"${message.id}","type":"next","payload":${payload}}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

beforeAll(async () => {
  const clock = await serve((body) => {
    if (body.includes('echo')) {
      const key = /echo__\d+|echo/.exec(body)?.[0];
      return JSON.stringify({ data: { [key ?? '']: 'heard' } });
    }
    return `{"data":{"tick":{"__typename":"Tick","id":${LONG},"big":-${LONG},"fine":0.12345678901234567890,"rate":${LONG},"list":[${LONG},1]}}}`;
  });
  const notes = await serve(
    (body) =>
      `{"data":{"_entities":[{"__typename":"Tick","note":"of ${/"id":("?\d+"?)/.exec(body)?.[1]?.replaceAll('"', '')}"}]}}`,
  );
  gateway = await startGateway({
    supergraphSdl: compose([
      {
        name: 'clock',
        url: clock,
        sdl: `scalar Long
          type Query { tick: Tick echo(long: Long, id: ID, rate: Float, whole: Int, text: String, in: In): String }
          input In { ids: [ID!] long: Long deep: Long }
          type Subscription { ticked: Tick }
          type Tick @key(fields: "id") { id: ID! big: Long fine: Long rate: Float list: Long }`,
      },
      { name: 'notes', url: notes, sdl: 'type Tick @key(fields: "id") { id: ID! note: String }' },
    ]),
    subgraphs: {},
    host: '127.0.0.1',
    port: 0,
    log: pino({ enabled: false }),
    open: true,
  });
});
afterAll(async () => {
  await gateway.close();
  for (const server of servers) server.close().closeAllConnections();
  servers = [];
});

async function post(query: string, variables = '{}'): Promise<string> {
  sent = [];
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).text();
}

it('a number of a subgraph reaches the client digit by digit, as an entity key too', async () => {
  // Twice: the second answer goes past Apollo Server.
  for (let times = 0; times < 2; times += 1) {
    expect(await post('{ tick { id big fine list note } }')).toBe(
      `{"data":{"tick":{"id":"${LONG}","big":-${LONG},"fine":0.12345678901234567890,"list":[${LONG},1],"note":"of ${LONG}"}}}`,
    );
  }
  // A Float is a double by its definition.
  expect(await post('{ tick { rate } }')).toBe('{"data":{"tick":{"rate":9007199254740992}}}');
});

it('equal queries under way share it digit by digit', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('{ tick { big id } }')));
  expect(new Set(answers)).toEqual(new Set([`{"data":{"tick":{"big":-${LONG},"id":"${LONG}"}}}`]));
});

it.each([
  ['query ($v: Long) { echo(long: $v) }', `{"v":${LONG}}`, `"v":${LONG}`],
  ['query ($v: Long) { echo(long: $v) }', `{"v":{"deep":[-0.10000000000000000001]}}`, '[-0.10000000000000000001]'],
  ['query ($v: ID) { echo(id: $v) }', `{"v":${LONG}}`, `"v":"${LONG}"`],
  ['query ($v: In) { echo(in: $v) }', `{"v":{"ids":[${LONG}],"long":${LONG}}}`, `{"ids":["${LONG}"],"long":${LONG}}`],
  ['query ($v: Float) { echo(rate: $v) }', `{"v":${LONG}}`, '"v":9007199254740992'],
  ['query ($v: Float) { echo(rate: $v) }', '{"v":0.1000000000000000000}', '"v":0.1'],
  [`{ echo(long: ${LONG}) }`, '{}', LONG],
  [`{ echo(long: { a: [${LONG}] }) }`, '{}', LONG],
  [`query ($v: Long = ${LONG}) { echo(long: $v) }`, '{}', `"v":${LONG}`],
  [
    `query ($longLiteral__0: ID) { echo(in: { long: ${LONG} }, id: $longLiteral__0) }`,
    '{"longLiteral__0":"mine"}',
    'mine',
  ],
  [`query ($v: Int) { echo(long: { a: $v, b: ${LONG} }) }`, '{"v":7}', `{"a":7,"b":${LONG}}`],
  [`{ echo(in: { long: ${LONG} }) }`, '{}', LONG],
  [`{ echo(id: ${LONG}) }`, '{}', LONG],
])('%s with %s asks the subgraph for %s', async (query, variables, asked) => {
  expect(await post(query, variables)).toBe('{"data":{"echo":"heard"}}');
  expect(sent.join()).toContain(asked);
});

it('is asked by GET and over a socket like by POST', async () => {
  const query = 'query ($v: Long) { echo(long: $v) }';
  sent = [];
  const parameters = new URLSearchParams({ query, variables: `{"v":${LONG}}` });
  const headers = { 'apollo-require-preflight': '1' };
  expect(await (await fetch(`${gateway.url}/graphql?${parameters}`, { headers })).text()).toContain('heard');
  expect(sent.join()).toContain(`"v":${LONG}`);

  sent = [];
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  const answered = new Promise<string>((resolve) => {
    socket.on('message', (text) => {
      if (String(text).includes('connection_ack')) {
        socket.send(
          `{"id":"1","type":"subscribe","payload":{"query":${JSON.stringify(query)},"variables":{"v":${LONG}}}}`,
        );
      }
      if (String(text).includes('"next"')) resolve(String(text));
    });
  });
  socket.send('{"type":"connection_init"}');
  expect(await answered).toContain('heard');
  expect(sent.join()).toContain(`"v":${LONG}`);
  socket.close();
});

it('an event brings it digit by digit, completed or not', async () => {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    jsonMessageReviver: (_key, value) => value,
  });
  for (const [query, told] of [
    ['subscription { ticked { id big } }', { id: LONG }],
    ['subscription { ticked { id note } }', { id: LONG, note: `of ${LONG}` }],
  ] as const) {
    const events = client.iterate({ query });
    expect((await events.next()).value).toMatchObject({ data: { ticked: told } });
    await events.return?.();
  }
  await client.dispose();
});

it.each([
  ['query ($v: Int) { echo(whole: $v) }', `{"v":${LONG}}`],
  ['query ($v: String) { echo(text: $v) }', `{"v":${LONG}}`],
  ['query ($v: ID) { echo(id: $v) }', '{"v":1.00000000000000000001}'],
  ['query ($v: Long) { echo(long: $v) }', '{"v":1e400}'],
  ['query ($v: In) { echo(in: $v) }', `{"v":{"deep":${'['.repeat(200)}${']'.repeat(200)}}}`],
  ['query ($v: Long) { echo(long: $v) }', `{"v":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
])('%s with %.60s is refused, and no subgraph is asked', async (query, variables) => {
  const { errors } = JSON.parse(await post(query, variables));
  expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['v'] });
  expect(sent).toEqual([]);
});
