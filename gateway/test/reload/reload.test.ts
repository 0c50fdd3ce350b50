import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, compose, openBistro, placements } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price } } }';
const CHANGED_WITH_CHEF = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { chef { name } } } }';
const mine = { t: 'las-reinas' };
const upTo = (count: number) => Array.from({ length: count }, (_each, index) => String(index + 1));

let bistro: Bistro;
afterEach(() => bistro?.close());

/** The same supergraph with something changed in the schema of one of its subgraphs. */
function changed({ menu, tenants, served }: Bistro, change: { menu?: [string, string]; tenants?: [string, string] }) {
  return compose([
    {
      name: 'menu',
      url: served.menu?.url ?? 'http://127.0.0.1:1',
      sdl: menu.sdl.replace(...(change.menu ?? ['', ''])),
    },
    {
      name: 'tenants',
      url: served.tenants?.url ?? 'http://127.0.0.1:1',
      sdl: tenants.sdl.replace(...(change.tenants ?? ['', ''])),
    },
  ]);
}

const metrics = () => fetch(`${bistro.url}/metrics`).then((response) => response.text());

describe.each(placements)('a new supergraph, its subgraphs %s', (placement) => {
  it('goes live twenty times without one failed request, and a subscription misses nothing', {
    timeout: 60_000,
  }, async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client, ask, sdl, reload } = bistro;
    const more = changed(bistro, { menu: ['type Deep {', 'type Deep { deepest: Int '] });
    const here = client(await tenants.login());
    const live = watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);

    let isOver = false;
    const answers: unknown[] = [];
    let written = 0;
    const traffic = async () => {
      while (!isOver) {
        menu.change('1', ++written);
        answers.push((await ask('{ dish(id: "2") { price chef { name } } }')).data);
        const once = watch(here, '{ dish(id: "2") { price chef { name } } }');
        await until(() => once.completed || once.failure !== undefined);
        answers.push(once.results[0]?.data);
      }
    };
    const running = [traffic(), traffic()];
    for (let round = 0; round < 20; round += 1) {
      const before = answers.length;
      await reload(round % 2 === 0 ? more : sdl);
      await until(() => answers.length > before);
    }
    isOver = true;
    await Promise.all(running);
    await until(() => live.results.length === written);
    expect(live.cursors).toEqual(upTo(written));
    expect([live.failure, live.completed]).toEqual([undefined, false]);
    const good = { dish: { price: 30, chef: { name: 'Beto' } } };
    expect(answers.filter((data) => JSON.stringify(data) !== JSON.stringify(good))).toEqual([]);
    expect(menu.watchers()).toBe(1);
    expect(await metrics()).toContain('mycelium_gateway_subscription_groups_moved_total{how="kept"} 20');
    expect(await metrics()).toContain('mycelium_gateway_supergraph_reloads_total{outcome="served"} 20');
  });

  it('ends only those subscriptions that are not valid in it, and says why', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client, reload } = bistro;
    const here = client(await tenants.login());
    const [stays, ends] = [watch(here, CHANGED, mine), watch(here, CHANGED_WITH_CHEF, mine)];
    await until(() => menu.watchers() === 2);
    await reload(changed(bistro, { tenants: ['name: String!', 'name: String! @inaccessible'] }));
    await until(() => ends.failure !== undefined);
    expect(ends.failure).toMatchObject([
      { message: expect.stringContaining('Cannot query field "name"'), extensions: { code: 'SUBSCRIPTION_INVALID' } },
    ]);
    await until(() => menu.watchers() === 1);
    menu.change('1', 5);
    await until(() => stays.results.length === 1);
  });

  it('is no gap for those who still catch up', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client, sdl, reload } = bistro;
    const here = client(await tenants.login());
    const more = changed(bistro, { menu: ['type Deep {', 'type Deep { deepest: Int '] });
    let written = 0;
    const write = (count: number) => {
      for (let each = 0; each < count; each += 1) menu.change('1', ++written);
    };
    write(300);
    const live = watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);
    const late: Watch[] = [];
    for (let round = 1; round <= 6; round += 1) {
      late.push(watch(here, CHANGED, mine, { after: String(round * 20) }));
      await reload(round % 2 === 1 ? more : sdl);
      write(10);
    }
    // They may wait for a next event to meet at.
    await until(() => live.cursors.length === 60);
    write(1);
    const isDone = ({ cursors }: Watch) => cursors.at(-1) === String(written);
    await until(() => late.every(isDone) && isDone(live));
    for (const [index, { cursors }] of late.entries()) {
      expect(cursors).toEqual(upTo(written).slice((index + 1) * 20));
    }
    await until(() => menu.watchers() === 1);
  });

  it('keeps event streams, and ends those that are not valid in it with the reason', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, url, sdl, reload } = bistro;
    const headers = { authorization: `Bearer ${await tenants.login()}` };
    const read = (query: string) =>
      readEvents(`${url}/graphql`, { body: JSON.stringify({ query, variables: mine }), headers });
    const [stays, ends] = [await read(CHANGED), await read(CHANGED_WITH_CHEF)];
    await until(() => menu.watchers() === 2);
    const more = changed(bistro, { menu: ['type Deep {', 'type Deep { deepest: Int '] });
    for (let round = 1; round <= 6; round += 1) {
      menu.change('1', round);
      await reload(round % 2 === 0 ? sdl : more);
    }
    await until(() => stays.results().length === 6 && ends.results().length === 6);
    await reload(changed(bistro, { tenants: ['name: String!', 'name: String! @inaccessible'] }));
    await until(() => ends.isOver());
    expect(ends.results().at(-1)).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_INVALID' } }] });
    expect(ends.events.at(-1)).toMatchObject({ event: 'complete' });
    menu.change('1', 7);
    await until(() => stays.results().length === 7);
    expect(stays.events.flatMap(({ id }) => id ?? [])).toEqual(upTo(7));
    expect(stays.isOver()).toBe(false);
    stays.close();
  });

  it('ends a subscription that its viewer may no longer see with FORBIDDEN', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client, reload } = bistro;
    const seen = watch(client(await tenants.login({ role: 'KITCHEN' })), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    await reload(
      changed(bistro, {
        menu: ['name: String! price: Int!', 'name: String! price: Int! @requiresScopes(scopes: [["menu:write"]])'],
      }),
    );
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('that is bad is refused and reported, and the old one stays', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client, ask, reload } = bistro;
    const live = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    await expect(reload('type Query {')).rejects.toThrow('Syntax Error');
    await expect(reload('type Query { a: Int }')).rejects.toThrow();
    await expect(
      reload(compose([{ name: 'menu', url: 'http://127.0.0.1:1', sdl: menu.sdl.replace('resolvable: false', '') }])),
    ).rejects.toThrow('There is no subgraph tenants');
    const health = await (await fetch(`${bistro.url}/health`)).json();
    expect(health.supergraph).toMatchObject({
      refused: { reason: expect.stringContaining('There is no subgraph tenants') },
    });
    expect(await metrics()).toContain('mycelium_gateway_supergraph_reloads_total{outcome="refused"} 3');
    expect((await ask('{ dish(id: "1") { price } }')).data).toEqual({ dish: { price: 30 } });
    menu.change('1', 5);
    await until(() => live.results.length === 1);
    await reload(changed(bistro, { menu: ['type Deep {', 'type Deep { deepest: Int '] }));
    expect((await (await fetch(`${bistro.url}/health`)).json()).supergraph.refused).toBeUndefined();
  });

  it('lets a request finish on the one that it began with', async () => {
    bistro = await openBistro({ placement });
    const { menu, ask, reload } = bistro;
    const slow = ask('{ slow recipe: whoAsks }');
    await until(() => menu.calls.some(({ query }) => query.includes('slow')));
    await reload(changed(bistro, { menu: ['slow: String', ''] }));
    expect((await ask('{ slow }')).errors?.[0]?.message).toContain('Cannot query field "slow"');
    menu.release();
    expect((await slow).data.slow).toBe('done');
  });
});
