import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { serveAlone } from '../bistro/subgraph.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const mine = { t: 'las-reinas' };

const prices = ({ results }: Watch) =>
  results.map(({ data }) => (data as { dishChanged: { dish: { price: number } } }).dishChanged.dish.price);

let bistro: Bistro;
afterEach(() => bistro?.close());

describe('a subscription whose subgraph restarts', () => {
  it('resumes behind the last event that it saw, and its client notices nothing', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, tenants, client, served } = bistro;
    const seen = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    menu.change('1', 70);
    await until(() => seen.results.length === 1);
    const port = Number(new URL(served.menu?.url ?? '').port);
    await served.menu?.crash();
    await until(() => menu.watchers() === 0);
    menu.change('1', 71);
    menu.change('1', 72);
    served.menu = await serveAlone(menu, port);
    await until(() => seen.results.length === 3);
    menu.change('1', 73);
    await until(() => seen.results.length === 4);
    expect(prices(seen)).toEqual([70, 71, 72, 73]);
    expect(seen.failure).toBeUndefined();
  });

  it('goes on live when it has no cursor', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, client, served } = bistro;
    const seen = watch(client(), 'subscription { tick }');
    await until(() => menu.watchers() === 1);
    const port = Number(new URL(served.menu?.url ?? '').port);
    await served.menu?.crash();
    await until(() => menu.watchers() === 0);
    served.menu = await serveAlone(menu, port);
    await until(() => menu.watchers() === 1);
    menu.tick(2);
    await until(() => seen.results.length === 1);
    expect(seen.failure).toBeUndefined();
  });

  it('tells nobody who joins meanwhile a state of before, and everybody how it is when it is back', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, client, served } = bistro;
    const follow = () => watch(client(), 'subscription { seated }');
    const first = follow();
    await until(() => first.results.length === 1);
    const port = Number(new URL(served.menu?.url ?? '').port);
    await served.menu?.crash();
    await until(() => bistro.log.some(({ msg }) => msg === 'an upstream subscription was lost'));
    const second = follow();
    const metrics = () => fetch(`${bistro.url}/metrics`).then((response) => response.text());
    await expect.poll(metrics).toContain('mycelium_gateway_subscriptions 2');
    menu.seat(5);
    served.menu = await serveAlone(menu, port);
    await until(() => first.results.length === 2 && second.results.length === 1);
    expect([first, second].map(({ results }) => results.at(-1)?.data)).toEqual([{ seated: 5 }, { seated: 5 }]);
  });

  it('uses one socket to it for all subscriptions', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, tenants, client, served } = bistro;
    watch(client(await tenants.login()), CHANGED, mine);
    watch(client(), 'subscription { tick }');
    await until(() => menu.watchers() === 2);
    expect(served.menu?.sockets()).toBe(1);
  });

  it('is told UNAVAILABLE when the subgraph was away from the start', { timeout: 30_000 }, async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { client, served } = bistro;
    await served.menu?.crash();
    const seen = watch(client(), 'subscription { tick }');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'menu' } }]);
    delete served.menu;
  });
});
