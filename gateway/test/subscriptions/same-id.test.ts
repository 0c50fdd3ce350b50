import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { until } from '../bistro/watch.ts';

const SUBSCRIBE = '{"id":"1","type":"subscribe","payload":{"query":"subscription { tick }"}}';
const OTHER = '{"id":"1","type":"subscribe","payload":{"query":"subscription { tick(from: 1) }"}}';
const QUERY = '{"id":"1","type":"subscribe","payload":{"query":"{ whoAsks }"}}';
const WRONG = '{"id":"1","type":"subscribe","payload":{"query":"{ nobody }"}}';
const COMPLETE = '{"id":"1","type":"complete"}';

/** What comes between two messages: nothing, so that both are in one packet; a turn of the event loop; or as long as it takes to begin. */
const gaps = {
  'in one breath': async () => {},
  'a turn later': () => new Promise((resolve) => setImmediate(resolve)),
  'a moment later': () => new Promise((resolve) => setTimeout(resolve, 3)),
  'when it runs': () => until(() => bistro.menu.watchers() > 0),
};

let bistro: Bistro;
let socket: WebSocket;
let told: { id?: string; type: string; payload?: unknown }[];

const metrics = async () => (await fetch(`${bistro.url}/metrics`)).text();
/** Nobody is connected, and nothing is left upstream. */
const isQuiet = async () => {
  const text = await metrics();
  const series = ['connections{transport="socket"}', 'subscriptions', 'subscription_groups'];
  return bistro.menu.watchers() === 0 && series.every((name) => text.includes(`mycelium_gateway_${name} 0\n`));
};

describe.each(placements)('an id that is used again, the subgraphs %s', (placement) => {
  beforeAll(async () => {
    bistro = await openBistro({ placement });
  });
  afterAll(() => bistro.close());

  beforeEach(async () => {
    told = [];
    socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('message', (data) => told.push(JSON.parse(String(data))));
    socket.on('error', () => {});
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await until(() => told.length === 1);
    told.length = 0;
  });
  afterEach(async () => {
    socket.terminate();
    await expect.poll(isQuiet).toBe(true);
  });

  describe.each(Object.entries(gaps))('%s', (_gap, pause) => {
    it.each([
      ['the same', [SUBSCRIBE, COMPLETE, SUBSCRIBE]],
      ['another', [SUBSCRIBE, COMPLETE, OTHER]],
      ['the same, twice', [SUBSCRIBE, COMPLETE, SUBSCRIBE, COMPLETE, SUBSCRIBE]],
      ['the same, after a query', [QUERY, COMPLETE, SUBSCRIBE]],
      ['the same, after what is refused', [WRONG, COMPLETE, SUBSCRIBE]],
    ])('is one stream: %s', async (_what, messages) => {
      for (const [index, message] of messages.entries()) {
        if (index > 0 && (messages[0] === SUBSCRIBE || _gap !== 'when it runs')) await pause();
        socket.send(message);
      }
      await until(() => bistro.menu.watchers() === 1);
      // It is the newest one that is heard, once.
      await expect
        .poll(() => {
          told.length = 0;
          bistro.menu.tick(7);
          return new Promise((resolve) => setTimeout(() => resolve(told.filter(({ type }) => type === 'next')), 20));
        })
        .toEqual([{ id: '1', type: 'next', payload: { data: { tick: 7 } } }]);
      expect(bistro.menu.watchers()).toBe(1);
    });

    it('leaves nothing behind when the socket goes at once', async () => {
      for (const message of [SUBSCRIBE, COMPLETE, SUBSCRIBE, COMPLETE, OTHER]) {
        socket.send(message);
        await pause();
      }
      socket.terminate();
      await expect.poll(isQuiet).toBe(true);
    });
  });

  it('can be used again after its operation has ended by itself, and not before', async () => {
    socket.send(QUERY);
    await until(() => told.some(({ type }) => type === 'complete'));
    socket.send(WRONG);
    await until(() => told.some(({ type }) => type === 'error'));
    socket.send(SUBSCRIBE);
    await until(() => bistro.menu.watchers() === 1);
    socket.send(SUBSCRIBE);
    expect((await once(socket, 'close'))[0]).toBe(4409);
    await until(() => bistro.menu.watchers() === 0);
  });

  it('may be any text, also one that looks like ours', async () => {
    for (const id of ['1:1', '":', '7:', '\u0000', '😀', '__proto__']) {
      told.length = 0;
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: '{ whoAsks }' } }));
      await until(() => told.length === 2);
      expect(told.map((each) => [each.id, each.type])).toEqual([
        [id, 'next'],
        [id, 'complete'],
      ]);
    }
  });
});
