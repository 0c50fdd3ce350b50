import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOverHttp } from './neighbours.ts';
import { type Cap, readCapped } from './read-capped.ts';

let server: Server;
let url: string;
let answer: (response: ServerResponse) => void;
let closed: Promise<unknown>;

beforeAll(async () => {
  server = createServer((_, response) => {
    closed = new Promise((resolve) => response.on('close', resolve));
    answer(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const goOn = (response: ServerResponse): void => {
  const more = (): void => {
    while (response.write(Buffer.alloc(64 * 1024, ' ')));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
};

async function read(cap: Cap) {
  const { bytes, end } = await readCapped((await fetch(url)).body, cap);
  return [bytes.toString(), end];
}

test('a body is read whole when it is short enough', async () => {
  answer = (response) => response.end('all');
  expect(await read({ bytes: 3 })).toEqual(['all', 'WHOLE']);
  answer = (response) => response.end();
  expect(await read({ bytes: 0 })).toEqual(['', 'WHOLE']);
});

test('what is too long is read so far, and then the line is closed', async () => {
  answer = goOn;
  const [text, end] = await read({ bytes: 100_000 });
  expect([text?.length, end]).toEqual([100_000, 'TOO_LONG']);
  await closed;
});

test('what is too slow is read so far, and then the line is closed', async () => {
  answer = (response) => response.write('so far');
  expect(await read({ bytes: 100, ms: 100 })).toEqual(['so far', 'TOO_SLOW']);
  await closed;
});

test('what is cut is read so far', async () => {
  answer = (response) => response.writeHead(200, { 'content-length': '100' }).write('so far', () => response.destroy());
  expect(await read({ bytes: 100 })).toEqual(['so far', 'BROKEN']);
});

test('another subgraph whose answer goes on and on is away', async () => {
  answer = goOn;
  const ask = askOverHttp({ tenants: [url] });
  await expect(ask('tenants', { query: '{ a }', context: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await closed;
});
