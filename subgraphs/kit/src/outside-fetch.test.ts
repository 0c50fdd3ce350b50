import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { connect } from './connector/connect.ts';
import { json } from './connector/reader.ts';
import { hostileLog } from './hostile.ts';
import { InnerAddress, openOutsideFetch } from './outside-fetch.ts';

let server: Server;
let port: number;
let reached = 0;
const tenantId = 'las-reinas';
const lines: Record<string, unknown>[] = [];
const log = pino({ base: undefined, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });

beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    if (request.url === '/away') response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    else response.end('{}');
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

/** A name server that gives these addresses to every name. */
function namesAre(...addresses: string[]): LookupFunction {
  return (_name, { all }, answer) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) answer(null, found);
    else answer(null, found[0]?.address ?? '', found[0]?.family);
  };
}

const why = (fetching: Promise<unknown>): Promise<unknown> =>
  fetching.then(
    () => 'reached',
    (error: Error) => error.cause,
  );

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'fd00::1',
  'fe80::1',
])('%s is not reached, neither by a name nor spelled out', async (address) => {
  const host = isIP(address) === 6 ? `[${address}]` : address;
  const outside = openOutsideFetch({ log, lookup: namesAre(address) });
  const before = reached;
  expect(await why(outside.fetch(`http://product.test:${port}/`, { tenantId }))).toBeInstanceOf(InnerAddress);
  expect(await why(outside.fetch(`http://${host}:${port}/`, { tenantId }))).toBeInstanceOf(InnerAddress);
  expect(reached).toBe(before);
  await outside.close();
});

test('a name that has one inner address beside an outer one is refused', async () => {
  const outside = openOutsideFetch({ log, lookup: namesAre('93.184.215.14', '127.0.0.1') });
  expect(await why(outside.fetch(`http://product.test:${port}/`, { tenantId }))).toBeInstanceOf(InnerAddress);
  await outside.close();
});

test('what is refused is in the log once, with whose address it was, and then how often', async () => {
  hostileLog.flush();
  hostileLog.flush();
  lines.length = 0;
  const outside = openOutsideFetch({ log, lookup: namesAre('10.0.0.7') });
  const url = `http://product.test:${port}/secret?token=x`;
  for (const whose of ['las-reinas', 'las-reinas', 'el-sol']) await why(outside.fetch(url, { tenantId: whose }));
  await outside.close();
  hostileLog.flush();
  const what = 'an address in a network that is not the outside';
  expect(lines).toMatchObject([
    { what, from: 'tenant las-reinas', host: `product.test:${port}`, msg: 'hostile: refused' },
    { what, from: 'tenant el-sol' },
    { what, from: 'tenant las-reinas', times: 1 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('token');
});

test('an outer address is not refused', async () => {
  // 203.0.113.0/24 is kept for documentation; the name gives it, and no packet has to arrive.
  const outside = openOutsideFetch({ log, lookup: namesAre('203.0.113.1') });
  const cause = await why(outside.fetch('http://product.test/', { tenantId, signal: AbortSignal.timeout(300) }));
  expect(cause).not.toBeInstanceOf(InnerAddress);
  await outside.close();
});

test('a network that is allowed is reached, and a redirect does not lead out of it', async () => {
  const outside = openOutsideFetch({ log, allowed: ['127.0.0.2/32'], lookup: namesAre('127.0.0.2') });
  expect((await outside.fetch(`http://product.test:${port}/`, { tenantId })).status).toBe(200);
  expect(await why(outside.fetch(`http://product.test:${port}/away`, { tenantId }))).toBeInstanceOf(InnerAddress);
  await outside.close();
});

test('a connector says so at once, and does not ask again', async () => {
  const outside = openOutsideFetch({ log });
  const baseUrl = `http://localhost:${port}`;
  const connector = connect({ vendor: 'Vendor', connection: 'inner', baseUrl, fetch: outside.fetch, tenantId });
  const call = connector.call('/', { correlationId: 'c1', answer: json(z.unknown()) });
  await expect(call).rejects.toThrow('Vendor is at localhost, in a network that may not be reached.');
  expect(connector.attempts).toBe(1);
  await outside.close();
});
