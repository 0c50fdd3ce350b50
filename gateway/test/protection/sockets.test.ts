import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileLog } from '@mycelium/kit/hostile';
import { resetAtEachStage } from '@mycelium/kit/resets.testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { writeCertificate } from '../bistro/certificate.ts';
import { until, watch } from '../bistro/watch.ts';

const PATHS = ['/graphql', '/graphql/', '/graphql?x=1', '/nope', '/', '/api/nope', '/health', '/app/', '*', '//', '/%'];

let bistro: Bistro;
beforeEach(() => {
  hostileLog.flush();
  hostileLog.flush();
});
afterEach(() => bistro?.close());

const open = () => new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
const errorLines = () => bistro.log.filter(({ level }) => Number(level) >= 50);

describe('a client that vanishes at any stage, on any path, ends its own connection alone', () => {
  it('over http', async () => {
    bistro = await openBistro();
    const seen = watch(bistro.client(), 'subscription { tick }');
    await until(() => bistro.menu.watchers() === 1);
    await resetAtEachStage({ port: Number(new URL(bistro.url).port) }, PATHS);
    bistro.menu.tick(1);
    await until(() => seen.results.length === 1);
    await until(() => bistro.menu.watchers() === 1);
    expect(errorLines()).toEqual([]);
  });

  it('over TLS', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
    const files = { certificate: join(folder, 'gateway.crt'), key: join(folder, 'gateway.key') };
    await writeCertificate(files);
    bistro = await openBistro({ tls: files });
    const port = Number(new URL(bistro.url).port);
    await resetAtEachStage({ port, tls: true }, ['/graphql', '/nope']);
    // And in place of a handshake.
    await resetAtEachStage({ port }, ['/nope']);
    const client = new WebSocket(`wss://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      rejectUnauthorized: false,
    });
    await once(client, 'open');
    client.terminate();
    expect(errorLines()).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

it('a socket that does not say who it is counts at the door, is closed after 5 seconds, and is noted', async () => {
  bistro = await openBistro({ liveLimits: { connectionsPerAddress: 2 } });
  const silent = [open(), open()];
  await Promise.all(silent.map((socket) => once(socket, 'open')));
  const third = open();
  expect((await once(third, 'close'))[0]).toBe(4429);
  const began = Date.now();
  const codes = await Promise.all(silent.map(async (socket) => (await once(socket, 'close'))[0]));
  expect(codes).toEqual([4408, 4408]);
  expect(Date.now() - began).toBeLessThan(5_500);
  expect(bistro.log).toContainEqual(
    expect.objectContaining({ what: 'a socket without connection_init', from: '127.0.0.1' }),
  );
  // Their places are free again.
  const fourth = open();
  await once(fourth, 'open');
  fourth.send('{"type":"connection_init"}');
  expect(String((await once(fourth, 'message'))[0])).toContain('connection_ack');
  fourth.terminate();
}, 10_000);

it.each([
  ['no key', 'GET', 'Sec-WebSocket-Version: 13\r\n', 400],
  ['an old version', 'GET', 'Sec-WebSocket-Version: 7\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n', 400],
])('an upgrade with %s is refused in our shape', async (_what, method, headers, status) => {
  bistro = await openBistro();
  const socket = connect(Number(new URL(bistro.url).port), '127.0.0.1', () =>
    socket.write(
      `${method} /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}\r\n`,
    ),
  );
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});
