import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { realClock } from './clock.ts';
import { connect } from './connect.ts';
import type { Call, ConnectorOptions } from './connector.ts';
import { vendorMeasures } from './measures.ts';
import { OutsideError } from './outside-error.ts';
import { bytes, exactJson, json, stream, text } from './reader.ts';
import { startVendor } from './vendor.testing.ts';
import { errorsOf } from './vendor-errors.ts';

let vendor: Awaited<ReturnType<typeof startVendor>>;
let slept: number[];
let connections = 0;

beforeEach(async () => {
  vendor = await startVendor();
  slept = [];
  connections += 1;
});
afterEach(() => vendor.stop());

const ok = json(z.object({ ok: z.boolean() }));
const call = { correlationId: 'c1', answer: ok };
const write = { ...call, method: 'POST', body: { json: { n: 1 } } } as const;

/** A connector that does not really wait. */
const open = (options: Partial<ConnectorOptions> = {}) =>
  connect({
    vendor: 'Vendor',
    connection: `connection ${connections}`,
    baseUrl: vendor.baseUrl,
    fetch: vendor.fetch,
    tenantId: 'las-reinas',
    attempts: 3,
    clock: {
      now: () => Date.now() + slept.reduce((sum, ms) => sum + ms, 0),
      sleep: async (ms) => void slept.push(ms),
    },
    ...options,
  });

const failure = async <Data>(calling: Promise<Data>): Promise<OutsideError> => {
  const error = await calling.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof OutsideError) return error;
  throw error ?? new Error('It was answered.');
};

test('what fails twice is asked a third time, each time with the correlation id, and each time is in the log of attempts', async () => {
  vendor.replies.push({ status: 500 }, { status: 502 });
  const connector = open({ delay: { grows: 'LINEAR', firstMs: 100, longestMs: 1_000 } });
  const { data, attempts } = await connector.ask('/', call);
  expect(data).toEqual({ ok: true });
  expect(connector.attempts).toBe(3);
  expect(vendor.arrived.map(({ headers }) => headers['x-correlation-id'])).toEqual(['c1', 'c1', 'c1']);
  expect(attempts).toMatchObject([
    { status: 500, outcome: 'REFUSED', pauseMs: Math.round(slept[0] ?? 0) },
    { status: 502, outcome: 'REFUSED', pauseMs: Math.round(slept[1] ?? 0) },
    { status: 200, outcome: 'OK' },
  ]);
  expect((slept[1] ?? 0) > (slept[0] ?? 0)).toBe(true);
});

test('what is wrong by itself is not asked again', async () => {
  vendor.replies.push({ status: 404 });
  const connector = open();
  await expect(connector.call('/', call)).rejects.toThrow('Vendor answered 404');
  expect(connector.attempts).toBe(1);
});

test('a rate limit is waited out as long as the other side says', async () => {
  vendor.replies.push({ status: 429, headers: { 'retry-after': '1' } });
  const begin = Date.now();
  await open({ clock: realClock }).call('/', call);
  expect(Date.now() - begin).toBeGreaterThanOrEqual(990);
});

test.each([
  ['900 s are waited for, on 429', 429, '900', 900_000],
  ['and on 503', 503, '900', 900_000],
  ['a date that is over is no reason to come back at once', 429, 'Sun, 06 Nov 1994 08:49:37 GMT', 187],
  ['and -1 is none', 429, '-1', 187],
])('%s', async (_what, status, asked, atLeast) => {
  vendor.replies.push({ status, headers: { 'retry-after': asked } });
  await open().call('/', call);
  expect(slept[0]).toBeGreaterThanOrEqual(atLeast - 1);
  expect(slept[0]).toBeLessThan(atLeast + 1_000);
});

test('what asks for more than a call may wait is put off until then, and so is who comes meanwhile', async () => {
  vendor.replies.push({ status: 429, headers: { 'retry-after': '901' } });
  const before = Date.now();
  const first = await failure(open().call('/', call));
  const second = await failure(open().call('/', call));
  for (const { fault, until } of [first, second]) {
    expect(fault.code).toBe('PAUSE_ASKED');
    expect(Number(until) - before).toBeGreaterThan(900_000);
    expect(Number(until) - before).toBeLessThan(905_000);
  }
  expect([vendor.arrived.length, slept]).toEqual([1, []]);
});

test('pauses are counted together: a call waits no longer than it may, however often it is asked to', async () => {
  const again = { status: 429, headers: { 'retry-after': '500' } };
  vendor.replies.push(again, again, again);
  const { until } = await failure(open({ patienceMs: 900_000 }).call('/', call));
  expect(until).toBeDefined();
  expect(vendor.arrived.length).toBe(2);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  'a %s that may have been done is not sent again, and its end is unknown',
  async (method) => {
    vendor.replies.push((response) => response.destroy());
    const error = await failure(open().call('/', { ...write, method }));
    expect([error.end, vendor.arrived.length]).toEqual(['UNKNOWN', 1]);
  },
);

test('under a key a write is sent again, each time with the key; if it never succeeds its end is unknown all the same', async () => {
  vendor.replies.push({ status: 500 }, (response) => response.destroy());
  const again = { key: 'k1' };
  await open().call('/', { ...write, again });
  expect(vendor.arrived.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1', 'k1']);
  vendor.replies.push({ status: 500 }, { status: 500 }, { status: 409 });
  const error = await failure(open().call('/', { ...write, again }));
  expect([error.fault.values, error.end]).toEqual([{ status: 409 }, 'UNKNOWN']);
});

test('what was refused, throttled or never sent was not done', async () => {
  vendor.replies.push({ status: 429 }, { status: 422 });
  const refused = await failure(open().call('/', write));
  expect([refused.end, vendor.arrived.length]).toEqual(['NOT_DONE', 2]);
  const nobody = await startVendor();
  await nobody.stop();
  const unsent = await failure(open({ baseUrl: nobody.baseUrl, connection: 'nobody' }).call('/', write));
  expect([unsent.fault.code, unsent.end, unsent.attempts.length]).toEqual(['UNREACHABLE', 'NOT_DONE', 3]);
});

test('the end of a write is looked up: what was done is the answer, what was not is sent again', async () => {
  vendor.replies.push((response) => response.destroy());
  expect(await open().call('/', { ...write, lookUp: async () => ({ ok: false }) })).toEqual({ ok: false });
  expect(vendor.arrived.length).toBe(1);
  vendor.replies.push({ status: 500 });
  expect(await open().call('/', { ...write, lookUp: async () => undefined })).toEqual({ ok: true });
  expect(vendor.arrived.length).toBe(3);
});

test('a look-up that fails leaves the end unknown', async () => {
  const connector = open({ attempts: 1 });
  vendor.replies.push({ status: 500 }, { status: 500 });
  const lookUp = () => connector.call('/lookup', call);
  const error = await failure(connector.call('/', { ...write, lookUp }));
  expect([error.end, error.attempts.length]).toEqual(['UNKNOWN', 1]);
});

const withErrors = errorsOf(
  z.object({ error: z.object({ code: z.union([z.number(), z.string()]), message: z.string().optional() }) }),
  ({ error: { code, message } }) => {
    if (code === 130429) return { is: 'THROTTLED', code: '130429' };
    if (code === 'THROTTLED') return { is: 'THROTTLED', code: 'THROTTLED', pauseMs: 2_000 };
    return { is: 'REFUSED', code: String(code), words: message };
  },
);

test.each([
  ['as 400', 400, 130429, 187],
  ['as 200, with how long', 200, 'THROTTLED', 2_000],
])('a vendor that throttles %s is understood by what it says', async (_what, status, code, atLeast) => {
  vendor.replies.push({ status, body: JSON.stringify({ error: { code } }) });
  const { attempts } = await open({ readError: withErrors }).ask('/', call);
  expect(attempts).toMatchObject([{ outcome: 'PAUSE_ASKED', vendorCode: String(code) }, { outcome: 'OK' }]);
  expect(slept[0]).toBeGreaterThanOrEqual(atLeast - 1);
});

test('what a vendor refuses comes with its own code', async () => {
  vendor.replies.push({ status: 500, body: JSON.stringify({ error: { code: 131047, message: 'Re-engage' } }) });
  const error = await failure(open({ readError: withErrors }).call('/', call));
  expect(error.fault).toEqual({ code: 'REFUSED', values: { status: 500 }, words: 'Re-engage', vendorCode: '131047' });
  expect(vendor.arrived.length).toBe(1);
});

test('forms, texts and bytes go out, and texts, bytes and headers come in', async () => {
  vendor.replies.push(
    { status: 201, body: 'made', headers: { 'x-message-id': 'm1' } },
    { status: 200, body: Buffer.from([0, 255, 254]) },
    { status: 200, body: '{"id":820982911946154508123}' },
    { status: 202, body: '' },
  );
  const connector = open();
  const made = await connector.ask('/a', { ...write, body: { form: { To: 'x' } }, answer: text });
  expect([made.data, made.status, made.headers.get('x-message-id')]).toEqual(['made', 201, 'm1']);
  expect(await connector.call('/b', { ...call, answer: bytes })).toEqual(Buffer.from([0, 255, 254]));
  const id = await connector.call('/c', { ...call, answer: exactJson(z.object({ id: z.unknown() })) });
  expect(JSON.stringify(id)).toBe('{"id":820982911946154508123}');
  expect(await connector.call('/d', { ...write, method: 'PATCH', answer: json(z.undefined()) })).toBeUndefined();
  expect(vendor.arrived.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'To=x'],
    ['GET', ''],
    ['GET', ''],
    ['PATCH', '{"n":1}'],
  ]);
});

const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
};

test('a stream comes in pieces, for longer than an answer may take; one that stands still or breaks off says so', async () => {
  const tell = (last: (response: ServerResponse) => void) => {
    vendor.replies.push((response) => {
      let told = 0;
      const timer = setInterval(() => {
        told += 1;
        if (told <= 4) return void response.write('x');
        clearInterval(timer);
        last(response);
      }, 60);
    });
  };
  const connector = open({ timeoutMs: 150 });
  const streamed = { ...call, answer: stream };
  tell((response) => response.end());
  expect(await collect(await connector.call('/', streamed))).toBe('xxxx');
  tell(() => undefined);
  expect((await failure(collect(await connector.call('/', streamed)))).fault.code).toBe('NO_ANSWER');
  tell((response) => response.destroy());
  expect((await failure(collect(await connector.call('/', streamed)))).fault.code).toBe('UNREACHABLE');
});

test('an answer of another shape is refused with the place', async () => {
  vendor.replies.push({ status: 200, body: '{"ok":"yes"}' });
  await expect(open().call('/', call)).rejects.toThrow('at ok');
});

test('an answer that is cut is asked for again', async () => {
  vendor.replies.push({ status: 200, body: '{"ok":tr' });
  expect(await open().call('/', call)).toEqual({ ok: true });
});

test('an answer that goes on and on is refused, and not asked for again', async () => {
  vendor.replies.push({ status: 200, body: ' '.repeat(17 * 1024 * 1024) });
  const connector = open();
  await expect(connector.call('/', call)).rejects.toMatchObject({ fault: { code: 'ODD_ANSWER' }, passing: false });
  expect(connector.attempts).toBe(1);
});

test('a body that never ends is given up in time, of an error too', async () => {
  for (const status of [200, 400]) {
    const drip = (response: { writeHead(status: number): void; write(text: string): void }) => {
      response.writeHead(status);
      const timer = setInterval(() => response.write(' '), 10);
      setTimeout(() => clearInterval(timer), 400);
    };
    vendor.replies.push(drip);
    const error = await failure(open({ timeoutMs: 100, attempts: 1 }).call('/', call));
    expect(error.fault.code).toBe('NO_ANSWER');
  }
});

test('a flood of headers is refused, and not asked for again', async () => {
  const headers = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`x-${at}`, 'x'.repeat(1_000)]));
  vendor.replies.push({ status: 200, headers });
  const error = await failure(open().call('/', call));
  expect([error.fault.code, vendor.arrived.length]).toEqual(['ODD_ANSWER', 1]);
});

test('a redirect is not followed, and the next page is read from the same vendor alone', async () => {
  vendor.replies.push({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
  expect((await failure(open().call('/', call))).fault).toMatchObject({ code: 'REFUSED', values: { status: 302 } });
  expect(await open().call(`${vendor.baseUrl}/next?page=2`, call)).toEqual({ ok: true });
  for (const elsewhere of ['http://127.0.0.1:1/', 'https://evil.test/', 'file:///etc/passwd', '@evil.test/'])
    expect((await failure(open().call(elsewhere, call))).fault.code).toBe('ODD_ANSWER');
});

test('who calls may stop, also during a pause', async () => {
  vendor.replies.push({ status: 429, headers: { 'retry-after': '600' } });
  const stop = new AbortController();
  const calling = open({ clock: realClock }).call('/', { ...call, signal: stop.signal } satisfies Call<unknown>);
  setTimeout(() => stop.abort(), 50);
  await expect(calling).rejects.toThrow('abort');
});

test('what has failed ten times in a row is left alone, and it alone', async () => {
  vendor.replies.push(...Array.from({ length: 10 }, () => ({ status: 500 })));
  for (let time = 0; time < 5; time += 1)
    await expect(open({ attempts: 2 }).call('/', call)).rejects.toThrow(OutsideError);
  const error = await failure(open({ attempts: 2 }).call('/', call));
  expect(error.fault.code).toBe('LEFT_ALONE');
  expect(Number(error.until)).toBeGreaterThan(Date.now());
  expect(vendor.arrived.length).toBe(10);
  expect(await open({ connection: 'another one of the same vendor' }).call('/', call)).toEqual({ ok: true });
});

test('each vendor has its measures', async () => {
  vendor.replies.push({ status: 500 });
  await open({ vendor: 'Measured' }).call('/', call);
  const { attempts } = vendorMeasures().get('Measured') ?? {};
  expect([...(attempts ?? [])]).toEqual([
    ['REFUSED', 1],
    ['OK', 1],
  ]);
});
