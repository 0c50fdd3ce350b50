import { setTimeout as wait } from 'node:timers/promises';
import type { Gateway } from '@mycelium/gateway/gateway';
import { subgraphNames } from '@mycelium/schema/roster';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { eachAlone, type Replica, type TestNetwork } from './network.ts';

const MENU = '{ feedPosition tenantBySlug(slug: "las-reinas") { id menus { sections { items { id version } } } } }';
const PRICE =
  'mutation ($id: ID!, $version: Int!, $amount: Int!) { updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { version } }';
const VERSION = 'query ($id: ID!) { menuItem(id: $id) { version } }';
const FOLLOW =
  'subscription ($t: ID!, $after: Cursor!) { menuChanged(tenantId: $t, after: $after) { itemId item { version } } }';
const WRITERS = 4;
const many = { points: 1_000_000, seconds: 60 };

interface Menus {
  feedPosition: string;
  tenantBySlug: { id: string; menus: { sections: { items: { id: string; version: number }[] }[] }[] };
}

let network: TestNetwork;
let gateway: Gateway;
let owner: TestClient;
const replicas: Replica[] = [];
beforeAll(async () => {
  network = await eachAlone();
  replicas.push(await network.open('restaurant'), await network.open('restaurant'));
  await network.kill('restaurant');
  const subgraphs = Object.fromEntries(subgraphNames.map((name) => [name, { url: network.urlOf(name) }]));
  gateway = await network.anotherGateway({
    subgraphs: { ...subgraphs, restaurant: { urls: replicas.map(({ url }) => url) } },
    rates: { address: many, apiKey: many, tenant: many, viewer: many },
  });
  owner = await logIn(gateway.url, 'owner@las-reinas.test');
}, 240_000);
afterAll(async () => {
  await owner?.close();
  await gateway?.close();
  await Promise.all(replicas.map((replica) => replica.kill()));
  await network?.close();
});

test('two servers of a subgraph are restarted one after the other under writes: none is lost, none is done twice, none is refused', async () => {
  const { feedPosition, tenantBySlug } = await owner.run<Menus>(MENU);
  const items = tenantBySlug.menus
    .flatMap(({ sections }) => sections.flatMap(({ items: each }) => each))
    .slice(0, WRITERS);
  expect(items).toHaveLength(WRITERS);
  const seen: { itemId: string; version: number }[] = [];
  const events = owner.socket().iterate<{ menuChanged: { itemId: string; item: { version: number } } }>({
    query: FOLLOW,
    // The first write may be made before the socket is open.
    variables: { t: tenantBySlug.id, after: feedPosition },
  });
  const following = (async () => {
    for await (const { data, errors } of events) {
      expect(errors).toBeUndefined();
      if (data) seen.push({ itemId: data.menuChanged.itemId, version: data.menuChanged.item.version });
    }
  })();

  let isOver = false;
  const refused: unknown[] = [];
  const written = new Map(items.map(({ id, version }) => [id, { first: version, version, count: 0 }]));
  const writers = items.map(async ({ id }) => {
    const mine = written.get(id);
    while (mine && !isOver) {
      const answer = await owner.ask<{ updateMenuItem: { version: number } }>(PRICE, {
        id,
        version: mine.version,
        amount: 100 + mine.count,
      });
      if (answer.data?.updateMenuItem) {
        mine.version = answer.data.updateMenuItem.version;
        mine.count += 1;
      } else {
        refused.push(answer.errors);
        mine.version = (await owner.run<{ menuItem: { version: number } }>(VERSION, { id })).menuItem.version;
      }
      await wait(60);
    }
  });
  for (const replica of replicas) {
    await replica.restart();
    await wait(200);
  }
  isOver = true;
  await Promise.all(writers);

  expect(refused).toEqual([]);
  for (const [id, { first, version, count }] of written) {
    expect(count).toBeGreaterThan(10);
    expect(version - first).toBe(count);
    const { menuItem } = await owner.run<{ menuItem: { version: number } }>(VERSION, { id });
    expect(menuItem.version).toBe(version);
  }
  const total = [...written.values()].reduce((sum, { count }) => sum + count, 0);
  await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(total));
  expect(seen).toHaveLength(total);
  await events.return?.();
  await following;
}, 240_000);
