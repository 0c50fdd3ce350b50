import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { serveAlone } from '../bistro/subgraph.ts';
import { until, type Watch, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price chef { name } } } }';
const CHANGED_AFTER = 'subscription ($t: ID!, $a: Cursor) { dishChanged(tenantId: $t, after: $a) { dish { price } } }';
const mine = { t: 'las-reinas' };

const prices = ({ results }: Watch) =>
  results.map(({ data }) => (data as { dishChanged: { dish: { price: number } } }).dishChanged.dish.price);
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_each, index) => from + index + 1);

let bistro: Bistro;
afterEach(() => bistro?.close());

describe.each(placements)('a client that resumes, its subgraphs %s', (placement) => {
  const open = async () => {
    bistro = await openBistro({ placement });
    return bistro;
  };

  it('is told the cursor of each event, and hands it back around its document', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const first = watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);
    for (const price of [1, 2, 3]) menu.change('1', price);
    await until(() => first.results.length === 3);
    expect(first.cursors).toEqual(['1', '2', '3']);
    first.stop();
    await until(() => menu.watchers() === 0);
    menu.change('1', 4);
    const again = watch(here, CHANGED, mine, { after: '2' });
    await until(() => again.results.length === 2);
    expect(prices(again)).toEqual([3, 4]);
    expect(again.cursors).toEqual(['3', '4']);
  });

  it('shares the upstream of its group again when it has caught up', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    for (const price of [1, 2, 3]) menu.change('1', price);
    const live = watch(here, CHANGED_AFTER, mine);
    await until(() => menu.watchers() === 1);
    const late = watch(here, CHANGED_AFTER, { ...mine, a: '1' });
    const other = watch(here, CHANGED_AFTER, { ...mine, a: '2' });
    await until(() => late.results.length === 2 && other.results.length === 1);
    menu.change('1', 4);
    await until(() => [live, late, other].every(({ cursors }) => cursors.at(-1) === '4'));
    await until(() => menu.watchers() === 1);
    menu.change('1', 5);
    await until(() => [live, late, other].every(({ cursors }) => cursors.at(-1) === '5'));
    expect([live, late, other].map(prices)).toEqual([
      [4, 5],
      [2, 3, 4, 5],
      [3, 4, 5],
    ]);
  });

  it('asks nothing upstream when its group remembers what it missed', async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    const live = watch(here, CHANGED, mine);
    await until(() => menu.watchers() === 1);
    for (const price of [1, 2, 3]) menu.change('1', price);
    await until(() => live.results.length === 3);
    const before = menu.calls.length;
    const back = watch(here, CHANGED, mine, { after: '1' });
    await until(() => back.results.length === 2);
    expect(prices(back)).toEqual([2, 3]);
    expect(menu.calls.length).toBe(before);
  });

  it('is refused where there is no cursor, and told what the subgraph says of a cursor that it does not keep', async () => {
    const { tenants, client } = await open();
    const here = client(await tenants.login());
    const tick = watch(here, 'subscription { tick }', {}, { after: '1' });
    await until(() => tick.failure !== undefined);
    expect(tick.failure).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: ['extensions', 'after'] } }]);
    const expired = watch(here, CHANGED, mine, { after: 'expired' });
    await until(() => expired.failure !== undefined);
    expect(expired.failure).toMatchObject([
      { message: 'This cursor is kept no more.', extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' } },
    ]);
    await until(() => bistro.menu.watchers() === 0);
  });

  it('misses nothing and gets nothing twice, wherever it resumes while writers keep writing', {
    timeout: 60_000,
  }, async () => {
    const { menu, tenants, client } = await open();
    const here = client(await tenants.login());
    let written = 0;
    const write = () => {
      written += 1;
      menu.change('1', written);
    };
    for (let count = 0; count < 100; count += 1) write();
    const writer = setInterval(write, 5);
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ back: fc.nat(99), live: fc.boolean(), pause: fc.nat(8) }), {
            minLength: 1,
            maxLength: 5,
          }),
          async (clients) => {
            const seen: { from: number; watched: Watch }[] = [];
            const lives: Watch[] = [];
            for (const { back, live, pause } of clients) {
              if (live) lives.push(watch(here, CHANGED, mine));
              const from = Math.max(written - back, 1);
              seen.push({ from, watched: watch(here, CHANGED, mine, { after: String(from) }) });
              await new Promise((resolve) => setTimeout(resolve, pause));
            }
            const goal = written + 5;
            await until(
              () => seen.every(({ watched }) => Number(watched.cursors.at(-1) ?? 0) >= goal),
              'all to be live',
            );
            await until(() => menu.watchers() === 1, 'all to share');
            for (const { from, watched } of seen) {
              expect(prices(watched)).toEqual(upTo(from, from + watched.results.length));
              watched.stop();
            }
            for (const live of lives) live.stop();
            await until(() => menu.watchers() === 0);
          },
        ),
        { numRuns: 5, endOnFailure: true },
      );
    } finally {
      clearInterval(writer);
    }
  });
});

describe('an upstream that breaks before its first event', () => {
  it('resumes where it began when its subgraph has told where that was', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    const { menu, tenants, client, served } = bistro;
    menu.tellPositions();
    menu.change('1', 1);
    const seen = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    const settled = watch(client(), '{ whoAsks }');
    await until(() => settled.completed);
    const port = Number(new URL(served.menu?.url ?? '').port);
    await served.menu?.crash();
    await until(() => menu.watchers() === 0);
    menu.change('1', 2);
    served.menu = await serveAlone(menu, port);
    await until(() => seen.results.length === 1);
    menu.change('1', 3);
    await until(() => seen.results.length === 2);
    expect(prices(seen)).toEqual([2, 3]);
  });

  it('joins at once who resumes from where it began', async () => {
    bistro = await openBistro();
    const { menu, tenants, client } = bistro;
    menu.tellPositions();
    menu.change('1', 1);
    const here = client(await tenants.login());
    const back = watch(here, CHANGED, mine, { after: '1' });
    await until(() => menu.calls.length === 2);
    await until(() => menu.watchers() === 1);
    menu.change('1', 2);
    await until(() => back.results.length === 1);
    expect(prices(back)).toEqual([2]);
  });
});

describe('an upstream whose events come faster than they can be completed', () => {
  it('is let go of at a thousand that wait, and comes back to where it was', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    bistro = await openBistro({
      placement: 'over the network',
      locate: async (_menu, { local }) => ({
        tenants: {
          ...local,
          async execute(call) {
            if (call.query.includes('_entities')) await gate;
            return local.execute(call);
          },
        },
      }),
    });
    const { menu, tenants, client, log } = bistro;
    const seen = watch(client(await tenants.login()), CHANGED, mine);
    await until(() => menu.watchers() === 1);
    for (let price = 1; price <= 1_001; price += 1) menu.change('1', price);
    await until(() => menu.watchers() === 0);
    for (let price = 1_002; price <= 1_500; price += 1) menu.change('1', price);
    open();
    await until(() => seen.results.length === 1_500);
    expect(prices(seen)).toEqual(upTo(0, 1_500));
    expect(seen.cursors).toEqual(upTo(0, 1_500).map(String));
    expect(log).toContainEqual(expect.objectContaining({ resumed: true, reason: expect.stringContaining('faster') }));
    expect(menu.watchers()).toBe(1);
  });
});
