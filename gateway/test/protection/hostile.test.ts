import { hostileLog } from '@mycelium/kit/hostile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { defaultRates } from '../../src/caller/rates.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

let bistro: Bistro;
beforeAll(async () => {
  bistro = await openBistro({
    rates: { ...defaultRates, address: { points: 2, seconds: 60 } },
    trustedProxies: ['127.0.0.1'],
    liveLimits: { connectionsPerAddress: 0 },
  });
});
afterAll(() => bistro.close());

const post = (from: string, body: string, type = 'application/json') =>
  fetch(`${bistro.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'application/json', 'x-forwarded-for': from },
    body,
  });
const ask = (from: string) => post(from, '{"query":"{ whoAsks }"}');

/** What a socket is closed with. */
const connect = (from: string) =>
  new Promise((resolve) => {
    const headers = { 'x-forwarded-for': from };
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('close', resolve);
  });

/** Asks more than it may; each case has an address of its own, so that it is new to the log. */
const acts: [what: string, act: (from: string) => Promise<unknown>][] = [
  [
    'more than a rate allows',
    async (from) => {
      for (let i = 0; i < 3; i += 1) await ask(from);
    },
  ],
  ['a body that is too large', (from) => post(from, JSON.stringify({ query: ' '.repeat(1_100_000) }))],
  [
    'an operation that is too large',
    (from) => post(from, JSON.stringify({ query: `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: whoAsks`)} }` })),
  ],
  ['a request that another site may have sent', (from) => post(from, '{"query":"{ whoAsks }"}', 'text/plain')],
  ['more connections than are allowed', connect],
];

it.each(acts)('%s is in the log once, with from where and how often, and in the metrics', async (what, act) => {
  const from = `203.0.113.${acts.findIndex(([each]) => each === what)}`;
  const lines = () => bistro.log.filter((line) => line.what === what && line.from === from);
  const before = hostileLog.counts().get(what) ?? 0;
  await act(from);
  expect(lines()).toMatchObject([{ level: 40, msg: 'hostile: refused' }]);
  await act(from);
  expect(lines()).toHaveLength(1);
  const times = (hostileLog.counts().get(what) ?? 0) - before;
  expect(times).toBeGreaterThan(1);
  const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
  expect(metrics).toContain(`mycelium_hostile_total{what="${what}"} ${before + times}`);
  hostileLog.flush();
  expect(lines()).toMatchObject([{}, { times: times - 1 }]);
});
