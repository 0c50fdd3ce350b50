import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { id price chef { name } } } }';
const CHANGED_AFTER =
  'subscription ($t: ID!, $a: Cursor) { dishChanged(tenantId: $t, after: $a) { cursor dish { price chef { name } } } }';
const mine = { t: 'las-reinas' };

const prices = ({ results }: Watch) =>
  results.map(({ data }) => (data as { dishChanged: { dish: { price: number } } }).dishChanged.dish.price);

let bistro: Bistro;
afterEach(() => bistro?.close());

describe.each(placements)('a subscription, its subgraphs %s', (placement) => {
  const open = async (options = {}) => {
    bistro = await openBistro({ placement, ...options });
    return bistro;
  };

  it('is completed with fields of another subgraph, event by event and in order', async () => {
    const { menu, tenants, client } = await open();
    const seen = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    for (const price of [31, 32, 33]) menu.change('1', price);
    await until(() => seen.results.length === 3);
    expect(seen.results).toEqual(
      [31, 32, 33].map((price) => ({ data: { dishChanged: { dish: { id: '1', price, chef: { name: 'Ana' } } } } })),
    );
  });

  it('has its variables at its start: what they exclude is not asked for, and they may have any name', async () => {
    const { menu, tenants, client } = await open();
    const query = `subscription ($representations: ID!, $chef: Boolean!) {
      dishChanged(tenantId: $representations) { dish { price chef @include(if: $chef) { name } } }
    }`;
    const here = client(await tenants.login());
    const [without, full] = [false, true].map((chef) => watch(here, query, { representations: mine.t, chef }));
    await until(() => menu.watchers() === 2);
    menu.change('1', 31);
    await until(() => without?.results.length === 1 && full?.results.length === 1);
    expect([without, full].map((seen) => seen?.results)).toEqual([
      [{ data: { dishChanged: { dish: { price: 31 } } } }],
      [{ data: { dishChanged: { dish: { price: 31, chef: { name: 'Ana' } } } } }],
    ]);
  });

  it('has one upstream and one completion for any number of identical ones', async () => {
    const { menu, tenants, client } = await open();
    const token = await tenants.login();
    const other = await tenants.login({ userId: 'u2', sessionId: 's2' });
    const all = [token, token, other].map((each) => watch(client(each), CHANGED, mine));
    await until(() => all.every(() => menu.watchers() === 1));
    const metrics = () => fetch(`${bistro.url}/metrics`).then((response) => response.text());
    await expect.poll(metrics).toContain('mycelium_gateway_subscriptions 3');
    expect(await metrics()).toContain('mycelium_gateway_subscription_groups 1');
    const before = tenants.calls.length;
    menu.change('2', 40);
    await until(() => all.every(({ results }) => results.length === 1));
    expect(tenants.calls.length - before).toBe(1);
    expect(menu.watchers()).toBe(1);
  });

  it('to a state tells whoever joins how it is now', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const guests = ({ results }: Watch) => results.map(({ data }) => (data as { seated: number }).seated);
    const follow = () => watch(here, 'subscription { seated }');
    const first = follow();
    await until(() => first.results.length === 1);
    menu.seat(3);
    await until(() => first.results.length === 2);
    const second = follow();
    await until(() => second.results.length === 1);
    menu.seat(4);
    await until(() => first.results.length === 3 && second.results.length === 2);
    expect([guests(first), guests(second)]).toEqual([
      [0, 3, 4],
      [3, 4],
    ]);
    expect(menu.watchers()).toBe(1);
  });

  it('to a state does not tell it to whoever follows from where it stands, and shares all the same', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const TERRACE = 'subscription ($after: Cursor) { terrace(after: $after) { cursor free } }';
    const free = ({ results }: Watch) =>
      results.map(({ data }) => (data as { terrace: { free: number } }).terrace.free);
    const follow = (after: string | null) => watch(here, TERRACE, { after });
    // It comes before there is a state to compare with.
    const knows = follow('0');
    const first = follow(null);
    await until(() => first.results.length === 1);
    menu.free(3);
    await until(() => first.results.length === 2);
    const [missed, knowsNow] = [follow('0'), follow('1')];
    await until(() => missed.results.length === 1);
    menu.free(4);
    await until(() => [knows, first, missed, knowsNow].every((watch) => free(watch).at(-1) === 4));
    expect([knows, first, missed, knowsNow].map(free)).toEqual([[3, 4], [0, 3, 4], [3, 4], [4]]);
    expect(menu.watchers()).toBe(1);
  });

  it('is not shared by those who may see different things', async () => {
    const { menu, tenants, client } = await open();
    watch(client(await tenants.login({ role: 'OWNER' })), CHANGED, mine);
    watch(client(await tenants.login({ role: 'KITCHEN' })), CHANGED, mine);
    await until(() => menu.watchers() === 2);
  });

  it('that nobody wants any more ends upstream while it is idle', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const [first, second] = [watch(here, CHANGED, mine), watch(here, CHANGED, mine)];
    const gone = watch(client(await tenants.login({ role: 'KITCHEN' })), CHANGED, mine);
    await until(() => menu.watchers() === 2);
    first.stop();
    gone.stop();
    await until(() => menu.watchers() === 1);
    menu.change('1', 50);
    await until(() => second.results.length === 1);
    second.stop();
    await until(() => menu.watchers() === 0);
    const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
    expect(metrics).toContain('mycelium_gateway_subscriptions 0');
    expect(metrics).toContain('mycelium_gateway_subscription_groups 0');
  });

  it('that is given up while it is being opened leaves nothing behind', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const settled = watch(here, '{ whoAsks }');
    await until(() => settled.completed);
    for (let round = 0; round < 20; round += 1) watch(here, CHANGED, { ...mine, round }).stop();
    const last = watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);
    last.stop();
    await until(() => menu.watchers() === 0);
    expect(await (await fetch(`${bistro.url}/metrics`)).text()).toContain('mycelium_gateway_subscription_groups 0');
  });

  it('ends upstream when its socket breaks', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);
    here.terminate();
    await until(() => menu.watchers() === 0);
  });

  it('gives everything since its cursor, even when another one from the same cursor is long under way', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    for (const price of [1, 2, 3]) menu.change('1', price);
    const early = watch(here, CHANGED_AFTER, { ...mine, a: '1' });
    await until(() => early.results.length === 2);
    menu.change('1', 4);
    await until(() => early.results.length === 3);
    const late = watch(here, CHANGED_AFTER, { ...mine, a: '1' });
    await until(() => late.results.length === 3);
    menu.change('1', 5);
    await until(() => early.results.length === 4 && late.results.length === 4);
    expect(prices(early)).toEqual([2, 3, 4, 5]);
    expect(prices(late)).toEqual([2, 3, 4, 5]);
    expect(early.results[0]).toEqual({
      data: { dishChanged: { cursor: '2', dish: { price: 2, chef: { name: 'Ana' } } } },
    });
  });

  it('is refused to those who may not see it, before anything is opened', async () => {
    const { menu, client } = await open();
    const seen = watch(client(), CHANGED, mine);
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([{ path: ['dishChanged'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(menu.calls).toEqual([]);
  });

  it('is refused field by field', async () => {
    const { tenants, client } = await open();
    const query = `subscription { dishChanged(tenantId: "las-reinas") { dish { cost chef { salary } } } }`;
    const seen = watch(client(await tenants.login({ role: 'KITCHEN' })), query);
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([
      { path: ['dishChanged', 'dish', 'cost'], extensions: { code: 'FORBIDDEN' } },
      { path: ['dishChanged', 'dish', 'chef', 'salary'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('tells the refusal of the subgraph as it is', async () => {
    const { tenants, client } = await open();
    const seen = watch(client(await tenants.login()), CHANGED, { t: 'el-farolito' });
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([
      { message: 'No Tenant with id el-farolito.', extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it('delivers what is left when the completing subgraph is away, where nothing is to wait', async () => {
    const { menu, tenants, client } = await open({ eventWaitMs: 0 });
    const seen = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    tenants.down = 'the database is away';
    menu.change('1', 60);
    await until(() => seen.results.length === 1);
    expect(seen.results[0]).toMatchObject({
      data: { dishChanged: { dish: { price: 60 } } },
      errors: [{ extensions: { code: 'UNAVAILABLE', service: 'tenants' } }],
    });
    tenants.down = undefined;
    menu.change('1', 61);
    await until(() => seen.results.length === 2);
    expect(seen.results[1]).toEqual({ data: { dishChanged: { dish: { id: '1', price: 61, chef: { name: 'Ana' } } } } });
  });

  it('without a cursor is served too', async () => {
    const { menu, client } = await open();
    const seen = watch(client(), 'subscription { tick }');
    await until(() => menu.watchers() === 1);
    menu.tick(7);
    await until(() => seen.results.length === 1);
    expect(seen.results[0]).toEqual({ data: { tick: 7 } });
  });

  it.each([
    ['two root fields', 'subscription { tick other: tick }', 'must select only one top level field'],
    [
      '@include with a variable at its root',
      'subscription ($v: Boolean!) { tick @include(if: $v) }',
      '@skip or @include',
    ],
    ['@skip with a literal at its root', 'subscription { tick @skip(if: true) }', '@skip or @include'],
    [
      '@skip in a fragment at its root',
      'subscription { ...T } fragment T on Subscription { tick @skip(if: false) }',
      '@skip or @include',
    ],
    ['a field that does not exist', 'subscription { tock }', 'Cannot query field "tock"'],
    ['broken syntax', 'subscription { tick', 'Syntax Error'],
    ['a variable of the wrong type', 'subscription ($f: Int!) { tick(from: $f) }', 'at "f"'],
  ])('with %s is refused with an error message, and the socket lives on', async (_what, query, message) => {
    const { menu, client } = await open();
    const here = client();
    const seen = watch(here, query, { f: 'x', v: true });
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: expect.any(String) } },
    ]);
    const good = watch(here, 'subscription { tick }');
    await until(() => menu.watchers() === 1);
    menu.tick(1);
    await until(() => good.results.length === 1);
  });

  it('shares a socket with queries and mutations', async () => {
    const { tenants, client } = await open();
    const here = client(await tenants.login());
    const query = watch(here, '{ dish(id: "1") { price chef { name } } }');
    await until(() => query.completed);
    expect(query.results).toEqual([{ data: { dish: { price: 30, chef: { name: 'Ana' } } } }]);
    const mutation = watch(here, 'mutation { setPrice(id: "1", input: { amount: -1 }) { price } }');
    await until(() => mutation.completed);
    expect(mutation.results[0]?.errors).toMatchObject([
      {
        message: 'A price is not negative.',
        path: ['setPrice'],
        extensions: { code: 'BAD_USER_INPUT', path: ['input', 'amount'] },
      },
    ]);
  });
});
