import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FaultOrder, faultNames } from './faults.ts';
import { openFrame } from './frame.ts';
import { bearerOf, type Simulator } from './serve.ts';
import type { Webhooks } from './webhooks.ts';

const signed = (secret: string, body: string) => createHmac('sha256', secret).update(body).digest('hex');

let vendor: Simulator;
let receiver: Simulator;
let webhooks: Webhooks;
let arrived: { body: string; signature: string | undefined }[];
let made: string[];
let token: string;

beforeEach(async () => {
  arrived = [];
  made = [];
  receiver = await openFrame().serve({
    name: 'Us',
    routes: {
      'POST /hook'({ raw, headers }) {
        arrived.push({ body: raw.toString(), signature: headers['x-signature'] });
        return {};
      },
    },
  });
  const frame = openFrame();
  token = frame.tokens.issue();
  webhooks = frame.webhooks({
    secret: 'new',
    sign: ({ secret, body }) => ({ 'x-signature': signed(secret, body) }),
    retryMs: [],
  });
  webhooks.subscribe(`${receiver.url}/hook`);
  const things = Array.from({ length: 5 }, (_, index) => ({ id: `t${index}` }));
  vendor = await frame.serve({
    name: 'Vendor',
    admits: ({ headers }) => frame.tokens.accepts(bearerOf(headers)),
    routes: {
      'GET /things': ({ query, page }) => page(things, { after: query.get('after'), limit: 2 }),
      'POST /things'({ body }) {
        made.push(String(body));
        return { made: body };
      },
    },
  });
});
afterEach(async () => {
  await Promise.all([vendor.close(), receiver.close()]);
});

const order = async (fault: FaultOrder) => {
  const response = await fetch(`${vendor.url}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(response.status).toBe(200);
};
const ask = (path = '/things', more: RequestInit = {}) =>
  fetch(`${vendor.url}${path}`, { headers: { authorization: `Bearer ${token}` }, ...more });
const make = (name: string) => ask('/things', { method: 'POST', body: JSON.stringify(name) });
const isThere = (count: number) => vi.waitFor(() => expect(arrived.length).toBe(count));
const bodies = () => arrived.map(({ body }) => JSON.parse(body));

/** What each fault does, and that the next call is well. */
const cases: Record<(typeof faultNames)[number], () => Promise<void>> = {
  async answer() {
    await order({ status: 500, times: 2, body: { oops: true } });
    expect([(await ask()).status, await (await ask()).json(), (await ask()).status]).toEqual([
      500,
      { oops: true },
      200,
    ]);

    await order({ fault: 'answer', status: 429, retryAfter: 7 });
    await order({ fault: 'answer', status: 429, retryAfter: 120, retryAs: 'date' });
    await order({ fault: 'answer', status: 429 });
    const [seconds, date, none] = [await ask(), await ask(), await ask()].map(({ headers }) =>
      headers.get('retry-after'),
    );
    expect([seconds, none]).toEqual(['7', null]);
    expect(Date.parse(date ?? '') - Date.now()).toBeGreaterThan(110_000);

    await order({ status: 503, method: 'POST', path: 'things' });
    expect([(await ask()).status, (await make('a')).status, made]).toEqual([200, 503, []]);
  },
  async latency() {
    await order({ fault: 'latency', ms: 80 });
    const begin = performance.now();
    await ask();
    expect(performance.now() - begin).toBeGreaterThanOrEqual(79);
  },
  async lost() {
    await order({ fault: 'lost' });
    await expect(make('a')).rejects.toThrow();
    expect([(await make('b')).status, made]).toEqual([200, ['a', 'b']]);
  },
  async truncated() {
    await order({ fault: 'truncated' });
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  },
  async cut() {
    await order({ fault: 'cut' });
    await expect(ask().then((response) => response.text())).rejects.toThrow('terminated');
  },
  async 'repeated-page'() {
    await order({ fault: 'repeated-page' });
    const ids: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = (await (await ask(`/things?after=${after}`)).json()) as { items: { id: string }[]; next?: string };
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(ids).toEqual(['t0', 't1', 't0', 't1', 't2', 't3', 't4']);
  },
  async 'expired-token'() {
    await order({ fault: 'expired-token' });
    expect([(await ask()).status, (await ask()).status]).toEqual([401, 401]);
  },
  async 'webhook-twice'() {
    await order({ fault: 'webhook-twice' });
    webhooks.send('1');
    webhooks.send('2');
    await isThere(3);
    expect(bodies()).toEqual([1, 1, 2]);
  },
  async 'webhook-late'() {
    await order({ fault: 'webhook-late', ms: 60 });
    webhooks.send('1');
    webhooks.send('2');
    await isThere(2);
    expect(bodies()).toEqual([2, 1]);
  },
  async 'webhook-reversed'() {
    await order({ fault: 'webhook-reversed' });
    await order({ fault: 'webhook-reversed', ms: 30 });
    for (const body of ['1', '2', '3']) webhooks.send(body);
    await isThere(3);
    // The third waits for a fourth, and goes alone.
    expect(bodies()).toEqual([2, 1, 3]);
  },
  async 'webhook-old-secret'() {
    webhooks.rotate('newest');
    await order({ fault: 'webhook-old-secret' });
    webhooks.send('1');
    webhooks.send('2');
    await isThere(2);
    expect(arrived.map(({ signature }) => signature)).toEqual([signed('new', '1'), signed('newest', '2')]);
  },
};

test.each(faultNames)('the fault %s comes as ordered, and then is over', async (fault) => {
  await cases[fault]();
  expect((await ask('/things', { headers: { authorization: `Bearer ${token}` } })).status).toBe(
    fault === 'expired-token' ? 401 : 200,
  );
});

test.each([
  { fault: 'none' },
  { fault: 'latency', ms: 2 ** 53 },
  { fault: 'lost', times: 0 },
  { fault: 'lost', more: 1 },
  { status: 99 },
  [],
  null,
  '\u0000',
])('an order that is none is refused: %j', async (fault) => {
  const response = await fetch(`${vendor.url}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect([response.status, (await ask()).status]).toEqual([400, 200]);
});
