import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { type Served, serveAlone } from '../bistro/subgraph.ts';
import { until, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price chef { name } } } }';
const mine = { t: 'las-reinas' };

let bistro: Bistro;
let servers: Served[] = [];
afterEach(async () => {
  await bistro?.close();
  for (const server of servers) await server.crash();
  servers = [];
});

/** The menu, with one feed, on as many servers. */
async function open(count: number, more: string[] = []): Promise<void> {
  bistro = await openBistro({
    locate: async (menu) => {
      for (let index = 0; index < count; index += 1) servers.push(await serveAlone(menu));
      return { menu: { urls: [...servers.map(({ url }) => url), ...more] } };
    },
  });
}

it('a subscription goes on at another server when its own is killed, and misses nothing', async () => {
  await open(2);
  const { menu, tenants, client } = bistro;
  const live = watch(client(await tenants.login()), CHANGED, mine);
  await until(() => menu.watchers() === 1);
  let written = 0;
  const writer = setInterval(() => menu.change('1', ++written), 2);
  for (let kill = 0; kill < 4; kill += 1) {
    const before = live.results.length;
    await until(() => live.results.length > before + 5, 'events');
    const index = servers.findIndex((server) => server.sockets() > 0);
    const [killed] = servers.splice(index, 1);
    await killed?.crash();
    await until(() => servers[0]?.sockets() === 1, 'the other server to be asked');
    servers.push(await serveAlone(menu, Number(new URL(killed?.url ?? '').port)));
  }
  clearInterval(writer);
  await until(() => live.results.length >= written, 'all that was written');
  expect(live.cursors).toEqual(Array.from({ length: written }, (_each, index) => String(index + 1)));
  expect(live.failure).toBeUndefined();
});

it('the upgrade request of its socket carries what a rule inserts', async () => {
  bistro = await openBistro({
    placement: 'over the network',
    traffic: {
      headers: [{ forward: { pattern: 'x-.*' } }, { insert: 'x-door', value: 'gateway', subgraphs: ['menu'] }],
    },
  });
  const { menu, tenants, client, served } = bistro;
  watch(client(await tenants.login()), CHANGED, mine);
  await until(() => menu.watchers() === 1);
  expect(served.menu?.upgrades).toMatchObject([{ 'x-door': 'gateway' }]);
});

it('its servers share the subscriptions', async () => {
  await open(2);
  const { menu, tenants, client } = bistro;
  const here = client(await tenants.login());
  watch(here, CHANGED, mine);
  watch(here, 'subscription { tick }');
  await until(() => menu.watchers() === 2);
  expect(servers.map((server) => server.sockets())).toEqual([1, 1]);
});

it('a server that takes the connection and says nothing is given up for another one', async () => {
  const connections = new Set<Socket>();
  const mute = createServer((socket) => connections.add(socket)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  await open(1, [`http://127.0.0.1:${(mute.address() as AddressInfo).port}/graphql`]);
  const { menu, tenants, client } = bistro;
  const here = client(await tenants.login());
  const both = [watch(here, CHANGED, mine), watch(here, 'subscription { tick }')];
  await until(() => menu.watchers() === 2);
  expect(connections.size).toBe(1);
  menu.change('1', 7);
  menu.tick(7);
  await until(() => both.every(({ results }) => results.length === 1));
  for (const socket of connections) socket.destroy();
  mute.close();
});
