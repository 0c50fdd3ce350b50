import { once } from 'node:events';
import { connect } from 'node:net';
import { buildSchema, type ExecutionResult, execute, parse } from 'graphql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { measuresOf } from './connector/measures.ts';
import { hostileLog } from './hostile.ts';
import { resetAtEachStage } from './resets.testing.ts';
import { listen } from './serve.ts';

const schema = buildSchema('type Query { one: Int! } type Subscription { tick: Int! }');
const NO_MORE: ExecutionResult = { errors: [] };

let lines: Record<string, unknown>[];
let server: Awaited<ReturnType<typeof listen>>;
let port: number;
beforeEach(async () => {
  forgetHostile();
  lines = [];
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) });
  server = await listen(
    {
      schema,
      execute: async ({ query }) => execute({ schema, document: parse(query), rootValue: { one: 1 } }),
      subscribe: async () => NO_MORE,
      health: async () => ({ postgres: 'ok', redis: 'ok' }),
      deliver: async () => ({ status: 404 }),
    },
    { host: '127.0.0.1', port: 0, log },
  );
  port = Number(new URL(server.url).port);
});
afterEach(() => server.close());

/** So that each test hears of the first time. */
function forgetHostile(): void {
  hostileLog.flush();
  hostileLog.flush();
}

test('what the process counts is at /metrics, for those with the token alone', async () => {
  const read = async (url: string, token?: string) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(url.replace('/graphql', '/metrics'), { headers });
    return { status: response.status, text: await response.text() };
  };
  expect((await read(server.url)).status).toBe(401);
  const token = 'a-token-for-these-metrics';
  const open = await listen(
    {
      schema,
      execute: async () => NO_MORE,
      subscribe: async () => NO_MORE,
      health: async () => ({ postgres: 'ok', redis: 'ok' }),
      deliver: async () => ({ status: 404 }),
    },
    { host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }), metricsReaders: { token } },
  );
  expect((await read(open.url, 'a-token-of-somebody-else')).status).toBe(401);
  measuresOf('Acme').attempts.set('OK', 3);
  for (let n = 0; n < 2; n += 1) {
    const { status, text } = await read(open.url, token);
    expect(status).toBe(200);
    expect(text).toContain('mycelium_vendor_calls_total{vendor="Acme",outcome="OK"} 3');
    expect(text).toContain('mycelium_hostile_total{what="a wrong token for the metrics"}');
    expect(text).toContain('process_cpu_seconds_total');
  }
  await open.close();
});

const ask = () =>
  fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ one }"}' });

/** What is answered to bytes; until the connection is closed. */
async function send(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  return answer;
}

test('a client may vanish at each stage, on each path, and the others are answered', async () => {
  const tried = await resetAtEachStage({ port }, [
    '/graphql',
    '/graphql/',
    '/graphql?x=1',
    '/health',
    '/nope',
    '/',
    '*',
  ]);
  expect(tried).toBeGreaterThan(100);
  expect(await (await ask()).json()).toEqual({ data: { one: 1 } });
  expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

test('who asks for HTTP/2, as curl and Java do, is answered in HTTP/1.1', async () => {
  const answer = await send(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{"query":"{ one }"}',
  );
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(answer).toContain('{"data":{"one":1}}');
});

test('what is no HTTP is answered in the shape of all answers, and noted', async () => {
  const answer = await send('HELLO\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
  expect(JSON.parse(answer.slice(answer.indexOf('{')))).toEqual({
    errors: [{ message: 'This is not an HTTP request.', extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(lines).toContainEqual(expect.objectContaining({ what: 'a request that is no HTTP', from: '127.0.0.1' }));
});

test.each([
  [404, 'GET', '/nope', undefined],
  [405, 'GET', '/graphql', undefined],
  [405, 'DELETE', '/health', undefined],
  [400, 'POST', '/graphql', '{'],
  [400, 'POST', '/graphql', '{"query":7}'],
  [413, 'POST', '/graphql', `"${'x'.repeat(9_000_000)}"`],
])('%i for %s %s, in the shape of all answers', async (status, method, path, body) => {
  const response = await fetch(new URL(path, server.url), {
    method,
    body,
    headers: body ? { 'content-type': 'application/json' } : {},
  });
  expect([response.status, await response.json()]).toEqual([
    status,
    {
      errors: [{ message: expect.any(String), extensions: { code: status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST' } }],
    },
  ]);
  expect(response.headers.has('allow')).toBe(status === 405);
});

test('a slash at the end is the same path', async () => {
  expect((await fetch(new URL('/health/', server.url))).status).toBe(200);
});

test('a socket that does not say who it is, is closed', async () => {
  const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
  const [code] = await once(socket, 'close');
  expect(code).toBe(4408);
}, 10_000);

test('a server that closes sends its sockets away', async () => {
  const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.close();
  expect((await closed)[0]).toBe(1001);
});
