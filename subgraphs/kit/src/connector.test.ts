import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { connect, OutsideError } from './connector.ts';
import { openOutsideFetch } from './outside-fetch.ts';

interface Reply {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

let server: Server;
let baseUrl: string;
let replies: Reply[];
let correlationIds: unknown[];

beforeEach(async () => {
  replies = [];
  correlationIds = [];
  server = createServer((request, response) => {
    correlationIds.push(request.headers['x-correlation-id']);
    const { status, body, headers } = replies.shift() ?? { status: 200, body: '{"ok":true}' };
    response.writeHead(status, headers).end(body ?? '{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(() => server.close());

const { fetch, close } = openOutsideFetch({ log: pino({ level: 'silent' }), allowed: ['127.0.0.0/8'] });
afterAll(close);

const answer = z.object({ ok: z.boolean() });
const call = { correlationId: 'c1', answer };
const open = (attempts = 3) =>
  connect({ name: 'Vendor', baseUrl, fetch, tenantId: 'las-reinas', attempts, pauseMs: 1 });

test('what fails twice is asked a third time, each time with the correlation id', async () => {
  replies = [{ status: 500 }, { status: 502 }];
  const connector = open();
  expect(await connector.call('/', call)).toEqual({ ok: true });
  expect([connector.attempts, correlationIds]).toEqual([3, ['c1', 'c1', 'c1']]);
});

test('what is wrong by itself is not asked again', async () => {
  replies = [{ status: 404 }];
  const connector = open();
  await expect(connector.call('/', call)).rejects.toThrow('Vendor answered 404');
  expect(connector.attempts).toBe(1);
});

test('a rate limit is waited out as long as the other side says', async () => {
  replies = [{ status: 429, headers: { 'retry-after': '1' } }];
  const begin = Date.now();
  await open().call('/', call);
  expect(Date.now() - begin).toBeGreaterThanOrEqual(990);
});

test('an answer of another shape is refused with the place', async () => {
  replies = [{ status: 200, body: '{"ok":"yes"}' }];
  await expect(open().call('/', call)).rejects.toThrow('at ok');
});

test('an answer that goes on and on is refused, and not asked for again', async () => {
  replies = [{ status: 200, body: ' '.repeat(17 * 1024 * 1024) }];
  const connector = open();
  await expect(connector.call('/', call)).rejects.toMatchObject({ fault: { code: 'ODD_ANSWER' }, passing: false });
  expect(connector.attempts).toBe(1);
});

test('what has failed ten times in a row is left alone', async () => {
  replies = Array.from({ length: 10 }, () => ({ status: 500 }));
  for (let time = 0; time < 5; time += 1) await expect(open(2).call('/', call)).rejects.toThrow(OutsideError);
  await expect(open(2).call('/', call)).rejects.toThrow('left alone');
  expect(correlationIds.length).toBe(10);
});
