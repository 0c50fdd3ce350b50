import { randomUUID } from 'node:crypto';
import { hostileLog } from '@mycelium/kit/hostile';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type DoorHouse, done, openDoorHouse, signed } from './door-house.ts';

const DAY_MS = 24 * 60 * 60_000;
const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

describe.each(['in memory', 'over HTTP'] as const)('a door whose subgraph is %s', (placement) => {
  let house: DoorHouse;
  let connection: string;
  let events = 0;
  const nextEvent = () => `evt_${++events}`;
  beforeAll(async () => {
    house = await openDoorHouse(placement);
    connection = await house.connect();
  }, 60_000);
  afterAll(() => house?.close());

  const send = (path: string, body: string | Buffer, headers: Record<string, string>) =>
    fetch(house.url + path, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });
  const pathOf = (id: string) => `/webhooks/vendor/${id}`;
  const tell = (body: string, { id = connection, secret = 'secret', at = Date.now() } = {}) =>
    send(pathOf(id), body, signed(pathOf(id), body, secret, at));
  const handled = (event: string) => vi.waitFor(async () => expect((await house.told())[event]).toBe(1));
  const kept = async (event: string) =>
    (await house.admin.query('select * from tenants.webhook_receipt where event_id = $1', [event])).rows;

  test('what a vendor has signed is answered with nothing but 200, kept, and handled byte by byte as it came', async () => {
    const event = nextEvent();
    const body = `{ "id" :"${event}",\n "name": "Ay\\u015fe \u00e9", "n": 9007199254740993 }\r\n`;
    const path = `${pathOf(connection)}?b=2&a=%201`;
    const answer = await send(path, body, { ...signed(path, body, 'secret'), 'vendor-topic': 'order.paid' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await handled(event);
    const { rows } = await house.admin.query('select body, topic from tenants.test_told where event_id = $1', [event]);
    expect([rows[0].body.toString(), rows[0].topic]).toEqual([body, 'order.paid']);
    // Of what was handled only that it came is kept.
    await vi.waitFor(async () => expect(await kept(event)).toMatchObject([{ body: null, door: 'vendor' }]));
  });

  test('what comes again, later or at the same time, is answered with 200 and handled once', async () => {
    const event = nextEvent();
    const body = JSON.stringify({ id: event });
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(body)));
    await handled(event);
    answers.push(await tell(body), await tell(JSON.stringify({ id: event, again: true })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    await tell(JSON.stringify({ id: nextEvent() }));
    await handled(`evt_${events}`);
    expect((await house.told())[event]).toBe(1);
    const other = await house.connect();
    expect((await tell(body, { id: other })).status).toBe(200);
    expect((await kept(event)).length).toBe(2);
  });

  test('what is not signed for this door is refused before it is read, and nothing of it is kept', async () => {
    const event = nextEvent();
    const body = JSON.stringify({ id: event });
    const path = pathOf(connection);
    const right = signed(path, body, 'secret');
    const refused = [
      await send(path, body, { 'content-type': 'application/json' }),
      await send(path, body, signed(path, body, 'another secret')),
      await send(path, `${body} `, right),
      await send(path, '', right),
      await send(path, '{', right),
      await send(path, Buffer.from([0, 255, 0]), right),
      await send(`${path}?x=1`, body, right),
      await send(pathOf(await house.connect()), body, right),
      await send(path, body, signed(path, body, 'secret', Date.now() - 301_000)),
      await send(path, body, { ...right, 'vendor-signature': 'x'.repeat(8_000) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    expect(await refused[0]?.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await kept(event)).toEqual([]);
    hostileLog.flush();
    expect(house.log.some(({ what }) => what === 'a webhook that is not signed')).toBe(true);
  });

  test.each(['{', '[]', '{"id":7}', 'null', '{"id":""}', '\u0000'])(
    'what is signed and cannot be understood is 400: %j',
    async (body) => {
      expect((await tell(body)).status).toBe(400);
    },
  );

  test('an id of the vendor that no database keeps is kept all the same, and known again', async () => {
    for (const id of ['a\u0000b', '\ud800', 'x'.repeat(10_000), "'; drop table--"]) {
      const body = JSON.stringify({ id, unique: randomUUID() });
      expect([(await tell(body)).status, (await tell(body)).status]).toEqual([200, 200]);
    }
  });

  test('where there is no such connection or door, nobody is told more', async () => {
    const body = '{}';
    for (const id of [randomUUID(), 'x', '%00', '%2e%2e', "'", 'x'.repeat(90)])
      expect((await tell(body, { id })).status).toBe(404);
    expect((await send(`/webhooks/other/${connection}`, body, {})).status).toBe(404);
    expect((await send('/webhooks', body, {})).status).toBe(404);
    expect((await fetch(house.url + pathOf(connection), { method: 'PUT', body })).status).toBe(405);
  });

  test('for a connection that is not there as much is done as for a signature that is wrong, so that it takes as long', async () => {
    const there = await house.connect();
    const doneFor = async (id: string) => {
      const before = { ...done };
      const { status } = await tell('{}', { id, secret: 'wrong' });
      return [status, done.lookUps - before.lookUps, done.verified - before.verified];
    };
    expect(await doneFor(randomUUID())).toEqual([404, 1, 2]);
    expect(await doneFor('no id')).toEqual([404, 1, 2]);
    expect(await doneFor(there)).toEqual([401, 1, 2]);
  });

  test('the secret before the present one is good for a day', async () => {
    const replaced = (ago: number) =>
      house.connect({ secret: 'new', earlier: 'old', replacedAt: new Date(Date.now() - ago) });
    const [fresh, stale] = [await replaced(DAY_MS - 60_000), await replaced(DAY_MS + 1_000)];
    const statusOf = async (id: string, secret: string) =>
      (await tell(JSON.stringify({ id: nextEvent() }), { id, secret })).status;
    expect([await statusOf(fresh, 'new'), await statusOf(fresh, 'old')]).toEqual([200, 200]);
    expect([await statusOf(stale, 'new'), await statusOf(stale, 'old')]).toEqual([200, 401]);
  });

  test('a door takes as much as it says', async () => {
    const body = JSON.stringify({ id: nextEvent(), padding: 'x'.repeat(2_500_000) });
    expect((await tell(body)).status).toBe(413);
    const path = `/webhooks/large/${connection}`;
    expect((await send(path, body, signed(path, body, 'secret'))).status).toBe(200);
    const more = Buffer.alloc(3 * 1024 * 1024 + 1);
    expect((await send(path, more, signed(path, more, 'secret'))).status).toBe(413);
  });

  test('a GET with the right token is answered with its challenge, any other is refused', async () => {
    const ask = async (id: string, token: string) => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.challenge': '1158201444',
        'hub.verify_token': token,
      });
      const answer = await fetch(`${house.url}${pathOf(id)}?${query}`);
      return [answer.status, answer.status === 200 ? await answer.text() : ''];
    };
    expect(await ask(connection, 'secret')).toEqual([200, '1158201444']);
    expect(await ask(connection, 'guess')).toEqual([403, '']);
    expect(await ask(randomUUID(), 'secret')).toEqual([404, '']);
  });

  test('signatures that are wrong are throttled, and keep nobody out whose are right', async () => {
    const id = await house.connect();
    const bad = () => tell('{}', { id, secret: 'guess' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 62; turn += 1) statuses.push((await bad()).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await tell(JSON.stringify({ id: nextEvent() }), { id })).status).toBe(200);
    expect((await tell(JSON.stringify({ id: nextEvent() }))).status).toBe(200);
    expect((await bad()).headers.get('retry-after')).toBe('60');
  });

  test('while Redis says nothing what comes is kept as fast as ever', async () => {
    const times = async () => {
      const each: number[] = [];
      for (let turn = 0; turn < 100; turn += 1) {
        const body = JSON.stringify({ id: nextEvent() });
        const began = performance.now();
        expect((await tell(body)).status).toBe(200);
        each.push(performance.now() - began);
      }
      return each.toSorted((a, b) => a - b);
    };
    const before = await times();
    process.kill(house.redis.pid, 'SIGSTOP');
    const without = await times().finally(() => process.kill(house.redis.pid, 'SIGCONT'));
    const told = (each: number[]) => `median ${median(each).toFixed(1)} ms, p99 ${each[98]?.toFixed(1)} ms`;
    process.stdout.write(`a webhook, ${placement}: ${told(before)}; without Redis: ${told(without)}\n`);
    // A command that waited for Redis would take a second; how fast the machine is, is not asked here.
    expect(median(without)).toBeLessThan(3 * median(before) + 20);
    await handled(`evt_${events}`);
  });
});
