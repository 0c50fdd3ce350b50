import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { sendRaw } from '../bistro/raw.ts';

const manifest = `
GET /api/dishes/{id}: { operation: Dish, variables: { id: path.id }, answer: /dish }
POST /api/dishes: { operation: Dish, variables: { id: body.id }, answer: /dish }`;

let directory: string;
let bistro: Bistro;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'router-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>bistro</title>');
  bistro = await openBistro({
    apps: [{ path: '/app', directory }],
    rest: { manifest, operations: 'query Dish($id: ID!) { dish(id: $id) { name } }' },
  });
});
afterAll(async () => {
  await bistro.close();
  await rm(directory, { recursive: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${bistro.url}${path}`, { redirect: 'manual', ...init });
const line = (method: string, path: string, rest = 'Host: x\r\n') =>
  sendRaw(bistro.url, `${method} ${path} HTTP/1.1\r\n${rest}Connection: close\r\n\r\n`);
const ours = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });

describe('what no route takes is refused in the shape of all answers', () => {
  it.each(['/nope', '/api/nope', '/api//dishes/1', '/graphql/nope', '/health/nope', '/app/gone.js', '/..%2f..%2fetc'])(
    '404: %s',
    async (path) => {
      const response = await ask(path);
      expect([response.status, await response.json()]).toEqual([404, ours('NOT_FOUND')]);
      expect(response.headers.get('x-correlation-id')).toBeTruthy();
    },
  );

  it.each([
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql?query={a}', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/api/dishes/1', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/dishes/1/', 'GET, HEAD, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
    ['POST', '/app/menu', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/health', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/health', 'GET, HEAD, OPTIONS'],
  ])('405: %s %s', async (method, path, allow) => {
    const { status, head, body } = await line(method, path);
    expect([status, JSON.parse(body)]).toEqual([405, ours('BAD_REQUEST')]);
    const allowed = /^allow: (.*)$/m.exec(head)?.[1]?.toUpperCase().split(', ').sort();
    expect(allowed).toEqual(allow.split(', ').sort());
  });

  it.each([
    ['POST', '/nope', 404],
    ['POST', '/api/nope', 404],
    ['DELETE', '/app/gone.js', 405],
    ['POST', '/api/dishes/1', 405],
    ['DELETE', '/api/dishes/1', 405],
    ['PUT', '/graphql', 405],
    ['QUERY', '/health', 405],
    ['POST', '/app/menu', 405],
    ['OPTIONS', '/graphql', 204],
    ['OPTIONS', '/api/dishes/1', 204],
  ])('before its body is looked at: %s %s', async (method, path, expected) => {
    for (const [type, body] of [
      ['application/json', ''],
      ['application/json', '{'],
      ['application/json', `"${'x'.repeat(1_100_000)}`],
      ['text/plain', 'x'],
      ['x', 'x'],
    ] as const) {
      const given = `Host: x\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n`;
      const { status, head } = await sendRaw(
        bistro.url,
        `${method} ${path} HTTP/1.1\r\n${given}Connection: close\r\n\r\n${body}`,
      );
      expect([type, body.length, status]).toEqual([type, body.length, expected]);
      expect(/^allow: /m.test(head)).toBe(expected !== 404);
    }
  });

  it('404: a file outside the folder of an app, whatever lies there', async () => {
    for (const path of ['/app/../../etc/passwd', '/app/../app/gone.js']) {
      const { status, body } = await line('GET', path);
      expect([path, status, JSON.parse(body)]).toEqual([path, 404, ours('NOT_FOUND')]);
    }
  });

  it('405: CONNECT, which would make a proxy of us', async () => {
    const { status, body } = await line('CONNECT', 'example.com:443');
    expect([status, JSON.parse(body)]).toEqual([405, ours('BAD_REQUEST')]);
  });

  it.each(['text/plain', 'application/xml', 'application/vnd.api+json', 'application/x-www-form-urlencoded'])(
    '415: a body of %s, and which one is understood',
    async (type) => {
      const response = await ask('/api/dishes', { method: 'POST', headers: { 'content-type': type }, body: '{}' });
      const message = expect.stringContaining('application/json');
      expect([response.status, await response.json()]).toEqual([
        415,
        { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
      ]);
    },
  );

  it.each(['/api/dishes/%', '/api/dishes/%ff', '/%', '/graphql%'])('400: %s', async (path) => {
    const { status, body } = await line('GET', path);
    expect([status, JSON.parse(body)]).toEqual([400, ours('BAD_REQUEST')]);
  });

  it('414: a part of a path that is far too long', async () => {
    const response = await ask(`/api/dishes/${'x'.repeat(5_000)}`);
    expect([response.status, await response.json()]).toEqual([414, ours('BAD_REQUEST')]);
  });

  it('431: an address that is longer than all headers may be', async () => {
    const { status, body } = await line('GET', `/${'x'.repeat(20_000)}`);
    expect([status, JSON.parse(body)]).toEqual([431, ours('BAD_REQUEST')]);
  });

  it('413: a body of more than a mebibyte', async () => {
    const response = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `"${'x'.repeat(1_100_000)}"`,
    });
    expect([response.status, await response.json()]).toEqual([
      413,
      { errors: [{ message: 'The body is too large; it may have 1024 KB.', extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it.each([
    ['a version that there is not', 'GET /health HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['a method that there is not', 'HELLO /health HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a header without a name', 'GET /health HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000'],
  ])('400: %s', async (_what, text) => {
    const { status, body } = await sendRaw(bistro.url, text);
    expect([status, JSON.parse(body)]).toEqual([400, ours('BAD_REQUEST')]);
  });
});

describe('the host', () => {
  it.each([
    ['missing', ''],
    ['empty', 'Host: \r\n'],
    ['with a space', 'Host: a b\r\n'],
    ['with a path', 'Host: a/b\r\n'],
    ['a bracket', 'Host: [\r\n'],
    ['two', 'Host: x\r\nhost: y\r\n'],
  ])('400 when it is %s, wherever one asks', async (_what, host) => {
    for (const path of ['/graphql?query={whoAsks}', '/health', '/api/dishes/1', '/app/', '/nope']) {
      const { status, body } = await line('GET', path, host);
      expect([path, status, JSON.parse(body)]).toEqual([path, 400, ours('BAD_REQUEST')]);
    }
  });

  it('400 when it is missing, empty or two on a socket', async () => {
    for (const host of ['', 'Host: \r\n', 'Host: x\r\nHost: y\r\n']) {
      const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n';
      const { status, body } = await sendRaw(bistro.url, `GET /graphql HTTP/1.1\r\n${host}${upgrade}${key}\r\n`);
      expect([host, status, JSON.parse(body)]).toEqual([host, 400, ours('BAD_REQUEST')]);
    }
  });

  it('may be missing where a probe speaks HTTP/1.0, but not for operations', async () => {
    expect((await sendRaw(bistro.url, 'GET /health/live HTTP/1.0\r\n\r\n')).status).toBe(200);
    expect((await sendRaw(bistro.url, 'GET /graphql?query={whoAsks} HTTP/1.0\r\n\r\n')).status).toBe(400);
  });
});

it('a slash at the end is the same path', async () => {
  for (const path of ['/graphql/?query={whoAsks}', '/health/', '/health/live/', '/api/dishes/1/', '/api/docs/'])
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  expect(await (await ask('/api/dishes/1/?x=/')).json()).toEqual({ name: 'pastor' });
  expect((await ask('/app')).headers.get('location')).toBe('/app/');
  expect((await ask('/app/')).status).toBe(200);
});

it('OPTIONS answers what there may be asked', async () => {
  for (const [path, allow] of [
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/api/dishes/1', 'GET, HEAD, OPTIONS'],
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/app/', 'GET, HEAD, OPTIONS'],
  ]) {
    const response = await ask(path ?? '', { method: 'OPTIONS' });
    const allowed = response.headers.get('allow')?.split(', ').sort().join();
    expect([path, response.status, allowed]).toEqual([path, 204, allow?.split(', ').sort().join()]);
  }
  expect((await ask('/nope', { method: 'OPTIONS' })).status).toBe(404);
  const { status, head } = await line('OPTIONS', '*');
  expect([status, /^allow: (.*)$/m.exec(head)?.[1]?.split(', ').sort()]).toEqual([
    204,
    ['get', 'head', 'options', 'post'],
  ]);
});

it('`__proto__` and `constructor` in a body are texts like others, and touch nothing', async () => {
  const body =
    '{"query":"query ($id: ID!) { dish(id: $id) { name } }","variables":{"id":"1","__proto__":{"id":"2"},"constructor":{"prototype":{"x":1}}},"__proto__":{"query":"{ crash }"}}';
  const response = await ask('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await response.json()).toEqual({ data: { dish: { name: 'pastor' } } });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('nothing of all this is an error line', () => {
  expect(bistro.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
