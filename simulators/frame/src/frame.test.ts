import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFrame } from './frame.ts';
import { type Reply, reply } from './reply.ts';
import type { Simulator } from './serve.ts';

interface Thing {
  name: string;
}

const frame = openFrame();
const things = frame.collection<Thing>('things');
let vendor: Simulator;

async function* pieces() {
  yield 'data: 1\n\n';
  yield 'data: 2\n\n';
}

beforeEach(async () => {
  vendor = await frame.serve({
    name: 'A <b>vendor</b>',
    limit: { calls: 3, perMs: 60_000, of: ({ headers }) => headers['x-who'] ?? '' },
    refusal: (status, message) => ({ errors: [{ code: status, detail: message }] }),
    routes: {
      'GET /things': ({ query, page }) => page(things.list(), { after: query.get('after'), limit: query.get('limit') }),
      'POST /things': ({ body }) => reply(201, things.add(body as Thing), { 'x-made': 'yes' }),
      'PATCH /things/:id': ({ params, body }) => things.edit(params.id ?? '', body as Thing),
      'GET /stream': () => reply(200, pieces()),
      'GET /picture': () => reply(200, Buffer.from([1, 2, 3]), { 'content-type': 'image/png' }),
    },
    actions: { 'Make a thing': { fields: { name: 'from the page' }, run: ({ name = '' }) => things.add({ name }) } },
  });
});
afterEach(async () => {
  for (const { id } of things.list()) things.remove(id);
  await vendor.close();
});

const ask = (path: string, { body, ...more }: RequestInit & { who?: string } = {}) =>
  fetch(`${vendor.url}${path}`, { body, headers: { 'x-who': more.who ?? String(Math.random()) }, ...more });
const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${vendor.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers });

test('what is kept has an id, times of the vendor’s clock and a version, and what is not there is 404', async () => {
  const response = await post('/things', { name: 'one' });
  const made = await response.json();
  expect([response.status, response.headers.get('x-made'), made.version]).toEqual([201, 'yes', 1]);

  await post('/clock', { to: '2031-01-02T03:04:05Z' });
  const edited = await (await ask(`/things/${made.id}`, { method: 'PATCH', body: '{"name":"two"}' })).json();
  expect(edited).toMatchObject({ id: made.id, name: 'two', version: 2, createdAt: made.createdAt });
  expect(edited.updatedAt).toMatch(/^2031-01-02T03:04/);
  await post('/clock', { by: 3_600_000 });
  expect((await (await ask('/clock')).json()).now).toMatch(/^2031-01-02T04:04/);
  await post('/clock', { by: 0 });
  expect(Math.abs(Date.parse((await (await ask('/clock')).json()).now) - Date.now())).toBeLessThan(5_000);

  const missing = await ask('/things/none', { method: 'PATCH', body: '{}' });
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { errors: [{ code: 404, detail: 'There is no none.' }] },
  ]);
});

test('a clock that stands on another is moved with it', () => {
  let base = Date.parse('2026-05-01T00:00:00Z');
  const { clock } = openFrame({ now: () => new Date(base) });
  clock.move({ by: 60_000 });
  base += 1_000;
  expect(clock.now().toISOString()).toBe('2026-05-01T00:01:01.000Z');
});

test('a page goes on where the last ended, also when what it ended with is gone, and a foreign cursor is refused', async () => {
  for (const name of ['a', 'b', 'c', 'd']) things.add({ name, id: name } as Thing);
  const first = await (await ask('/things?limit=2')).json();
  things.remove('a');
  expect((await (await ask(`/things?limit=9&after=${first.next}`)).json()).items).toMatchObject([
    { id: 'c' },
    { id: 'd' },
  ]);
  for (const cursor of ['x', Buffer.from('["a",-1]').toString('base64url'), '%00'])
    expect((await ask(`/things?after=${cursor}`)).status).toBe(400);
  for (const limit of ['0', '-1', 'x', '1e99']) expect((await ask(`/things?limit=${limit}`)).status).toBe(200);
});

test('a limit counts the calls of each for itself, and says when to come again', async () => {
  const who = 'hasty';
  for (const _ of [1, 2, 3]) expect((await ask('/things', { who })).status).toBe(200);
  const response = await ask('/things', { who });
  expect([response.status, Number(response.headers.get('retry-after')) > 50]).toEqual([429, true]);
  expect((await ask('/things', { who: 'other' })).status).toBe(200);
});

test('bytes and what comes piece by piece are answered as they are', async () => {
  const picture = await ask('/picture');
  expect([picture.headers.get('content-type'), [...new Uint8Array(await picture.arrayBuffer())]]).toEqual([
    'image/png',
    [1, 2, 3],
  ]);
  expect(await (await ask('/stream')).text()).toBe('data: 1\n\ndata: 2\n\n');
  vendor.fail({ fault: 'cut', path: '/stream' });
  await expect(ask('/stream').then((response) => response.text())).rejects.toThrow('terminated');
});

test('on its page a person sees what it keeps, does what its customer does, and orders faults', async () => {
  const done = await form('/actions/Make a thing', { name: '<script>' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
  expect((await form('/faults', { fault: 'lost', times: '2', path: '/never', ms: '' })).status).toBe(303);
  const html = await (await ask('/', { headers: { accept: 'text/html' } })).text();
  for (const text of ['A &lt;b&gt;vendor&lt;/b&gt;', '&lt;script&gt;', 'Make a thing', '/never'])
    expect(html).toContain(text);
  expect(html).not.toContain('<script>');
  expect(await (await ask('/')).json()).toMatchObject({ things: [{ name: '<script>' }] });
  expect((await form('/actions/Sleep', {})).status).toBe(404);
});

test('a page of somebody else orders nothing', async () => {
  for (const path of ['/faults', '/clock', '/actions/Make a thing'])
    expect((await form(path, { by: '1' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

test.each([
  ['/things', '{', 400],
  ['/actions/Make a thing', '{"name":1}', 400],
  ['/things/%ff', '{}', 404],
  ['/nowhere', '', 404],
])('what is none is refused, and the next is answered: POST %s %s', async (path, body, status) => {
  const headers = { 'content-type': 'application/json' };
  expect((await ask(path, { method: 'POST', body, headers })).status).toBe(status);
  expect((await ask('/things')).status).toBe(200);
});

test('what nobody takes is told again with the same id, and others need not wait for it', async () => {
  const frame = openFrame();
  const webhooks = frame.webhooks({ secret: 's', sign: ({ id }) => ({ 'x-id': id }), retryMs: [5, 5] });
  const heard: string[] = [];
  const receiver = await openFrame().serve({
    name: 'Us',
    routes: { 'POST /hook': ({ headers, body }) => heard.push(`${headers['x-id']} ${String(body)}`) },
  });
  receiver.fail({ status: 503, times: 2 });
  webhooks.subscribe('http://127.0.0.1:1/nobody');
  webhooks.subscribe(`${receiver.url}/hook`);
  const [first, second] = [webhooks.send('1', { id: 'e1' }), webhooks.send('2', { id: 'e2' })];
  await vi.waitFor(() => expect(heard.toSorted()).toEqual([`${first} 1`, `${second} 2`]));
  await vi.waitFor(() => expect(webhooks.deliveries.filter(({ status }) => status === undefined).length).toBe(6));
  expect(receiver.calls.length).toBe(4);
  webhooks.close();
  await receiver.close();
});

test('what a simulator is told by way of its own address is what it says', async () => {
  const answer: Reply = { status: 418, body: 'short and stout', headers: { 'x-pot': 'tea' } };
  const pot = await openFrame().serve({
    name: 'Pot',
    routes: { 'GET /': () => reply(answer.status, answer.body, answer.headers) },
  });
  const response = await fetch(pot.url);
  expect([response.status, await response.text(), response.headers.get('x-pot')]).toEqual([
    418,
    'short and stout',
    'tea',
  ]);
  await pot.close();
});
