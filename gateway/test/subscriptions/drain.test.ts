import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until } from '../bistro/watch.ts';

const subscriptions = (count: number, url: string) =>
  expect
    .poll(() => fetch(`${url}/metrics`).then((response) => response.text()))
    .toContain(`mycelium_gateway_subscriptions ${count}\n`);

describe('a gateway that closes', () => {
  it('sends its clients away one after the other, and events come until the last has gone', async () => {
    const closing = await openBistro({ open: true, drainMs: 300 });
    const { menu, url } = closing;
    const query = 'subscription { tick }';
    const left: { at: number; code: number; ticks: number }[] = [];
    for (let count = 0; count < 40; count += 1) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      let ticks = 0;
      socket.on('message', (data) => {
        if (JSON.parse(String(data)).type === 'next') ticks += 1;
      });
      socket.on('close', (code) => left.push({ at: Date.now(), code, ticks }));
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(JSON.stringify({ type: 'connection_init' }));
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
    }
    const stream = await readEvents(`${url}/graphql`, { body: JSON.stringify({ query }) });
    await subscriptions(41, url);
    await until(() => menu.watchers() === 1);
    const ticker = setInterval(() => menu.tick(1), 2);
    await closing.close();
    clearInterval(ticker);
    await until(() => left.length === 40 && stream.isOver());
    expect(new Set(left.map(({ code }) => code))).toEqual(new Set([1001]));
    const [first, last] = [left[0], left.at(-1)];
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(100);
    expect(last?.ticks).toBeGreaterThan(first?.ticks ?? 0);
    expect(stream.events.at(-1)).toMatchObject({ retry: expect.stringMatching(/^\d+$/) });
    expect(stream.events.some(({ event }) => event === 'complete')).toBe(false);
  });

  it('says that it is not ready before the first one is told, takes nobody new, and answers requests', async () => {
    const closing = await openBistro({ open: true, drainMs: 1_000 });
    const { url, ask } = closing;
    const address = `${url.replace('http', 'ws')}/graphql`;
    let left = 0;
    const sockets = Array.from({ length: 100 }, () => new WebSocket(address, 'graphql-transport-ws'));
    for (const socket of sockets) socket.on('close', () => (left += 1));
    await until(() => sockets.every(({ readyState }) => readyState === WebSocket.OPEN));
    const ready = () => fetch(`${url}/health/ready`);
    expect((await ready()).status).toBe(200);
    const closed = closing.close();
    expect(left).toBe(0);
    const answer = await ready();
    expect([answer.status, (await answer.json()).status]).toEqual([503, 'draining']);
    expect((await ask('{ recipe }')).data).toEqual({ recipe: 'secret' });
    expect((await readEvents(`${url}/graphql?query={recipe}`)).status).toBe(503);
    const refused = new WebSocket(address, 'graphql-transport-ws');
    const status = await new Promise((resolve) => {
      refused.once('unexpected-response', (_request, response) => resolve(response.statusCode));
    });
    expect(status).toBe(503);
    expect(left).toBeLessThan(100);
    await closed;
  });

  it('before Redis has answered ends without a complaint', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    let open = 0;
    silent.on('connection', (socket) => {
      open += 1;
      socket.resume().once('close', () => (open -= 1));
    });
    const redisUrl = `redis://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const closing = await openBistro({ redisUrl });
    await until(() => open === 3);
    await closing.close();
    await until(() => open === 0);
    expect(closing.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    silent.close();
  });
});
