import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowLong, guardServer, refuseRequest, serverOptions } from './http-server.ts';
import { createLog } from './log.ts';

const log = createLog('test', 'silent');
const quick = { requestTimeout: 700, headersTimeout: 700, connectionsCheckingInterval: 50 };
const server = createServer({ ...serverOptions, ...quick }, async (request, response) => {
  const end = request.url === '/long' ? allowLong(request) : () => {};
  const body = await text(request).catch(() => 'broken off');
  end();
  response.end(body);
});

beforeAll(async () => {
  guardServer(server, log);
  server.on('clientError', refuseRequest(log));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());

/** Sends a body of 8 bytes, one each 200 ms, and answers what comes back first. */
async function sendSlowly(path: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 8\r\n\r\n`);
  const timer = setInterval(() => socket.write('x'), 200);
  const [answer] = await once(socket, 'data');
  clearInterval(timer);
  socket.destroy();
  return String(answer);
}

test('a request that trickles is cut, but where its route looks after it', async () => {
  const [short, long] = await Promise.all([sendSlowly('/short'), sendSlowly('/long')]);
  expect(short).toMatch(/^HTTP\/1\.1 408 /);
  expect(long).toMatch(/^HTTP\/1\.1 200 .*x{8}$/s);
});
