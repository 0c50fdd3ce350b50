import { deriveKey } from '@mycelium/kit/secrets';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, compose, openBistro } from '../bistro/bistro.ts';
import { type Served, serveAlone, testSubgraph } from '../bistro/subgraph.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const mine = { t: 'las-reinas' };
const upTo = (count: number) => Array.from({ length: count }, (_each, index) => String(index + 1));

let bistro: Bistro;
let others: Served[] = [];
afterEach(async () => {
  await bistro?.close();
  for (const each of others) await each.crash();
  others = [];
});

describe('a subscription whose upstream is another one in the new supergraph', () => {
  const count = async (live: Watch, change: (price: number) => void, swap: () => Promise<void>) => {
    let written = 0;
    const writer = setInterval(() => change(++written), 2);
    await until(() => live.results.length > 5);
    await swap();
    const now = live.results.length;
    await until(() => live.results.length > now + 20);
    clearInterval(writer);
    await until(() => live.results.length >= written);
    expect(live.cursors).toEqual(upTo(written));
    expect(live.failure).toBeUndefined();
  };

  it('goes on by cursor where its operation changed', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, tenants, client, reload, served } = bistro;
    const sdl = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
      type Dish @key(fields: "id") { id: ID! price: Int! @override(from: "menu") }
      type Query { pricesAreHere: Boolean }
    `;
    const key = deriveKey('a secret for tests that is long enough', 'context');
    const prices = testSubgraph('prices', sdl, { Dish: { __resolveReference: () => ({ price: 99 }) } }, key);
    const at = await serveAlone(prices);
    others.push(at);
    const live = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    await count(
      live,
      (price) => menu.change('1', price),
      () =>
        reload(
          compose([
            { name: 'menu', url: served.menu?.url ?? '', sdl: menu.sdl },
            { name: 'tenants', url: served.tenants?.url ?? '', sdl: tenants.sdl },
            { name: 'prices', url: at.url, sdl },
          ]),
        ),
    );
    expect(live.results.at(-1)).toEqual({ data: { dishChanged: { dish: { price: 99 } } } });
    expect(menu.watchers()).toBe(1);
  });

  it('goes on by cursor where its subgraph moved, and lets go of the old place', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, tenants, client, reload, served } = bistro;
    const moved = await serveAlone(menu);
    others.push(moved);
    const live = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    await count(
      live,
      (price) => menu.change('1', price),
      () =>
        reload(
          compose([
            { name: 'menu', url: moved.url, sdl: menu.sdl },
            { name: 'tenants', url: served.tenants?.url ?? '', sdl: tenants.sdl },
          ]),
        ),
    );
    await until(() => served.menu?.sockets() === 0 && moved.sockets() === 1);
  });
});
