import { subgraphNames } from '@mycelium/schema/roster';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, logIn, TestClient } from './client.ts';
import { eachAlone, inOneProcess, type TestNetwork } from './network.ts';

interface Item {
  id: string;
  name: string;
  version: number;
  available: boolean;
  price: { amount: number; currency: string };
}
interface Change {
  menuChanged: { cursor: string; kind: string; itemId: string; item: Item & { tenant: { name: string } } };
}
interface Menus {
  tenantBySlug: { id: string; name: string; menus: { sections: { id: string; items: Item[] }[] }[] };
}

const MENU = `query ($slug: String!) { tenantBySlug(slug: $slug) { id name menus { name sections { id name items { id name version available price { amount currency } } } } } }`;
const PRICE = `mutation ($id: ID!, $version: Int!, $amount: Int!) { updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { id version price { amount } } }`;
const FOLLOW = `subscription ($tenantId: ID!, $after: Cursor) { menuChanged(tenantId: $tenantId, after: $after) { cursor kind itemId item { id version price { amount } available tenant { name } } } }`;

describe.each([
  ['in one process', inOneProcess],
  ['each subgraph alone', eachAlone],
])(
  'the whole graph, %s',
  (manner, open) => {
    let network: TestNetwork;
    let owner: TestClient;
    let stranger: TestClient;
    let tenantId: string;
    const clients: TestClient[] = [];

    beforeAll(async () => {
      network = await open();
      owner = await logIn(network.url, 'owner@las-reinas.test');
      stranger = await logIn(network.url, 'owner@el-farolito.test');
      clients.push(owner, stranger);
      tenantId = (await owner.run<Menus>(MENU, { slug: 'las-reinas' })).tenantBySlug.id;
    });
    afterAll(async () => {
      await Promise.all(clients.map((client) => client.close()));
      await network?.close();
    });

    async function someItem(): Promise<Item> {
      const { tenantBySlug } = await owner.run<Menus>(MENU, { slug: 'las-reinas' });
      const item = tenantBySlug.menus[0]?.sections[0]?.items[0];
      if (!item) throw new Error('The demo menu is empty.');
      return item;
    }

    async function setPrice({ id }: Item, amount: number): Promise<void> {
      const { menuItem } = await owner.run<{ menuItem: Item }>('query ($id: ID!) { menuItem(id: $id) { version } }', {
        id,
      });
      await owner.run(PRICE, { id, version: menuItem.version, amount });
    }

    /** Starts to follow, and changes a price until the first event shows that it is live. */
    async function followLive(client: TestClient, item: Item): Promise<AsyncIterator<{ data?: Change | null }>> {
      const events = client.follow<Change>(FOLLOW, { tenantId });
      const first = events.next();
      let came = false;
      void first.then(() => {
        came = true;
      });
      for (let amount = 100; !came; amount += 1) {
        await setPrice(item, amount);
        await vi.waitFor(() => expect(came).toBe(true), 500).catch(() => undefined);
      }
      return events;
    }

    async function untilPrice(
      events: AsyncIterator<{ data?: Change | null }>,
      amount: number,
    ): Promise<Change['menuChanged']> {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error('The subscription ended.');
        if (value.data?.menuChanged.item.price.amount === amount) return value.data.menuChanged;
      }
    }

    test('a board is composed of two subgraphs: what to show from one, items and prices from the other', async () => {
      const { tenantBySlug } = await owner.run<{
        tenantBySlug: {
          menuBoards: { edges: { node: { name: string; sections: { name: string; items: Item[] }[] } }[] };
        };
      }>(
        `{ tenantBySlug(slug: "las-reinas") { menuBoards(first: 10) { edges { node { name sections { name items { name(locale: "en") price { amount } tenant { name } } } } } } } }`,
      );
      const [board] = tenantBySlug.menuBoards.edges;
      expect(board?.node.name).toBe('Tacos y más');
      expect(board?.node.sections[0]?.items[0]).toEqual({
        name: 'Pork al pastor',
        price: { amount: expect.any(Number) },
        tenant: { name: 'Taquería Las Reinas' },
      });
    });

    test('a price change is told live, completed with a field of another subgraph', async () => {
      const item = await someItem();
      const events = await followLive(owner, item);
      await setPrice(item, 777);
      expect(await untilPrice(events, 777)).toMatchObject({
        kind: 'UPDATED',
        itemId: item.id,
        item: { tenant: { name: 'Taquería Las Reinas' } },
      });
      await events.return?.();
    });

    test('whoever comes back with a cursor gets what was missed, in order', async () => {
      const item = await someItem();
      const events = await followLive(owner, item);
      await setPrice(item, 801);
      const { cursor } = await untilPrice(events, 801);
      await events.return?.();
      for (const amount of [802, 803, 804]) await setPrice(item, amount);
      const resumed = owner.follow<Change>(FOLLOW, { tenantId, after: cursor });
      const cursors: string[] = [];
      for (let count = 0; count < 3; count += 1) cursors.push((await resumed.next()).value.data.menuChanged.cursor);
      expect(new Set(cursors).size).toBe(3);
      expect(cursors).toEqual(cursors.toSorted());
      await resumed.return?.();
    });

    test('each process listens to Redis over one connection, however many follow', async () => {
      const HEALTH = 'subscription ($tenantId: ID!) { healthChanged(tenantId: $tenantId) { status } }';
      const redis = new Redis(network.redis.url);
      const listening = async () =>
        String(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub'))
          .split('\n')
          .filter(Boolean).length;
      const processes = manner === 'in one process' ? 1 : 1 + subgraphNames.length;
      await vi.waitFor(async () => expect(await listening()).toBe(processes));
      const following = [FOLLOW, HEALTH].flatMap((query) => [1, 2, 3].map(() => owner.follow(query, { tenantId })));
      const begun = following.map((each) => each.next());
      await vi.waitFor(async () => {
        const metrics = await (await fetch(`${network.url}/metrics`)).text();
        expect(metrics).toContain(`mycelium_gateway_subscriptions ${following.length}\n`);
      });
      // Everybody hears how it is now, also who joins the others.
      await Promise.all(begun.slice(3));
      expect(await listening()).toBe(processes);
      for (const each of following) await each.return?.();
      redis.disconnect();
    });

    test('products are read and changed over REST, by their own tenant alone', async () => {
      const rest = async (client: TestClient | undefined, path: string, method = 'GET', body?: unknown) => {
        const headers = {
          ...(client?.token && { authorization: `Bearer ${client.token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        };
        const response = await fetch(`${network.url}/api/sync${path}`, { method, headers, body: JSON.stringify(body) });
        return { status: response.status, body: await response.json() };
      };
      expect(await rest(owner, '/tenants/las-reinas')).toMatchObject({
        status: 200,
        body: { id: tenantId, name: 'Taquería Las Reinas' },
      });
      expect((await rest(undefined, '/tenants/las-reinas')).status).toBe(401);
      expect((await rest(stranger, '/tenants/las-reinas/products')).status).toBe(404);
      const categories = await rest(owner, '/tenants/las-reinas/categories?locale=es');
      expect(categories.body[0].sections[0]).toMatchObject({ id: expect.any(String), name: expect.any(String) });

      const page = await rest(owner, '/tenants/las-reinas/products?available=true&first=2');
      expect(page.body.edges).toHaveLength(2);
      const { id, version } = page.body.edges[0].node;
      const price = { amount: 1234, currency: 'USD' };
      expect(await rest(owner, `/products/${id}`, 'PATCH', { version, price })).toMatchObject({
        status: 200,
        body: { id, price },
      });
      expect((await rest(owner, `/products/${id}`, 'PATCH', { version, price })).status).toBe(409);
      expect((await rest(owner, `/products/${id}`, 'PATCH', { price })).status).toBe(400);
      expect((await rest(stranger, `/products/${id}/availability`, 'POST', { available: false })).status).toBe(404);
      for (const available of [false, true]) {
        expect(await rest(owner, `/products/${id}/availability`, 'POST', { available })).toMatchObject({
          status: 200,
          body: { id, available },
        });
      }
      expect((await rest(owner, '/tenants/las-reinas/products?first=many')).status).toBe(400);
    });

    test('one log tells what every subgraph changed, and one answer tells how all of them are doing', async () => {
      const item = await someItem();
      await setPrice(item, 777);
      const log = `query ($t: ID!, $id: ID!) { auditEntries(tenantId: $t, filter: { id: $id }, first: 1) { edges { node { action actor { name } changes { field after } } } } }`;
      await vi.waitFor(async () => {
        const { auditEntries } = await owner.run<{ auditEntries: { edges: { node: unknown }[] } }>(log, {
          t: tenantId,
          id: item.id,
        });
        expect(auditEntries.edges[0]?.node).toMatchObject({
          action: 'updateMenuItem',
          actor: { name: expect.stringContaining(' ') },
          changes: [{ field: 'price.amount', after: '777' }],
        });
      });
      const headers = { authorization: `Bearer ${owner.token}` };
      const status = await fetch(`${network.url}/api/sync/tenants/las-reinas/status`, { headers });
      expect(await status.json()).toMatchObject({
        tenantId,
        displays: { status: expect.any(String) },
        menu: { status: 'OK' },
        menuChanges: { status: 'OK' },
        screenChanges: { status: 'OK' },
      });
      const audit = await fetch(`${network.url}/api/audit/${tenantId}?id=${item.id}&first=1`, { headers });
      expect(await audit.json()).toMatchObject({ edges: [{ node: { noun: 'MenuItem', nounId: item.id } }] });
    });

    test('a foreign tenant answers as if it did not exist, in queries, mutations and subscriptions', async () => {
      const { id, version } = await someItem();
      expect((await stranger.ask(MENU, { slug: 'las-reinas' })).data).toEqual({ tenantBySlug: null });
      expect((await stranger.ask('query ($id: ID!) { menuItem(id: $id) { id } }', { id })).data).toEqual({
        menuItem: null,
      });
      expect(await stranger.ask(PRICE, { id, version, amount: 1 })).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      await expect(stranger.follow(FOLLOW, { tenantId }).next()).rejects.toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
    });

    test.each([
      ['a negative price', { price: { amount: -5, currency: 'USD' } }, ['input', 'price', 'amount']],
      ['an unknown currency', { price: { amount: 5, currency: 'XYZ' } }, ['input', 'price', 'currency']],
      ['a name of 10 kB', { name: [{ locale: 'es', text: 'x'.repeat(10_240) }] }, ['input', 'name', 0, 'text']],
    ])('%s is refused with the path of the field', async (_name, input, path) => {
      const { id, version } = await someItem();
      const answer = await owner.ask(
        'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }',
        { id, input: { version, ...input } },
      );
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path } }]);
    });

    test('a stale version is a conflict, and a malformed cursor names its argument', async () => {
      const { id } = await someItem();
      expect((await owner.ask(PRICE, { id, version: 0, amount: 1 })).errors).toMatchObject([
        { extensions: { code: 'CONFLICT' } },
      ]);
      await expect(owner.follow(FOLLOW, { tenantId, after: 'not-a-cursor' }).next()).rejects.toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', path: ['after'] } },
      ]);
    });

    test('a screen is paired, shows its board, and is thrown out when it is revoked', async () => {
      const screen = new TestClient(network.url);
      const { requestPairing } = await screen.run<{ requestPairing: Record<'id' | 'code' | 'secret', string> }>(
        'mutation { requestPairing { id code secret } }',
      );
      const PAIR = 'mutation ($code: String!) { pairDisplay(code: $code, input: { name: "Counter" }) { id } }';
      const { pairDisplay } = await owner.run<{ pairDisplay: { id: string } }>(PAIR, { code: requestPairing.code });
      const CLAIM = 'mutation ($id: ID!, $secret: String!) { claimPairing(id: $id, secret: $secret) { token } }';
      const { claimPairing } = await screen.run<{ claimPairing: { token: string } }>(CLAIM, requestPairing);
      const display = new TestClient(network.url, claimPairing.token);
      clients.push(display);
      expect(await display.run('{ viewer { kind display { name } tenant { slug } } }')).toEqual({
        viewer: { kind: 'DISPLAY', display: { name: 'Counter' }, tenant: { slug: 'las-reinas' } },
      });
      const closed = Promise.withResolvers<{ code: number }>();
      const socket = display.socket({ closed: (event) => closed.resolve(event as { code: number }) });
      const events = socket.iterate({ query: FOLLOW, variables: { tenantId } });
      void events.next().catch(() => undefined);
      const item = await someItem();
      const live = await followLive(display, item);
      await live.return?.();
      await owner.run('mutation ($id: ID!) { revokeDisplay(id: $id) { status } }', { id: pairDisplay.id });
      expect((await closed.promise).code).toBe(4403);
      await vi.waitFor(
        async () =>
          expect((await display.ask('{ viewer { id } }')).errors).toMatchObject([
            { extensions: { code: 'UNAUTHENTICATED' } },
          ]),
        5_000,
      );
    });

    test('while Redis is away writes go on, and followers catch up when it is back', async () => {
      const item = await someItem();
      const events = await followLive(owner, item);
      await network.redis.stop();
      for (const amount of [901, 902, 903]) await setPrice(item, amount);
      await network.redis.start();
      const seen: number[] = [];
      while (seen.at(-1) !== 903) {
        const { value } = await events.next();
        seen.push(value.data.menuChanged.item.price.amount);
      }
      await setPrice(item, 904);
      await untilPrice(events, 904);
      await events.return?.();
    });

    test('while PostgreSQL is away the answer is a clear 503 that readiness explains, and it passes by itself', async () => {
      const item = await someItem();
      await network.postgres.stop();
      const answer = await owner.ask('query ($id: ID!) { menuItem(id: $id) { id } }', { id: item.id });
      expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
      const ready = await fetch(`${network.url}/health/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).toMatch(/postgres/i);
      expect((await fetch(`${network.url}/health/live`)).status).toBe(200);
      await network.postgres.start();
      await vi.waitFor(
        async () =>
          expect((await owner.ask('query ($id: ID!) { menuItem(id: $id) { id } }', { id: item.id })).status).toBe(200),
        10_000,
      );
      await vi.waitFor(async () => expect((await fetch(`${network.url}/health/ready`)).status).toBe(200));
      const events = await followLive(owner, item);
      await events.return?.();
    });

    if (manner === 'each subgraph alone') {
      test('a subgraph answers nobody but the gateway', async () => {
        const response = await fetch(network.urlOf('restaurant'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ menuItem(id: "x") { id } }' }),
        });
        expect(response.status).toBe(401);
        expect(((await response.json()) as Answer).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      });

      test('when one subgraph is killed the rest answers, and a live subscription goes on when it is back', async () => {
        const item = await someItem();
        const events = await followLive(owner, item);
        await network.kill('restaurant');
        const answer = await owner.ask<{ tenantBySlug: { name: string } }>(
          '{ tenantBySlug(slug: "las-reinas") { name menuBoards { totalCount } } viewer { id } }',
        );
        expect(answer.data?.tenantBySlug.name).toBe('Taquería Las Reinas');
        const partial = await owner.ask('query ($id: ID!) { menuItem(id: $id) { id } viewer { id } }', { id: item.id });
        expect(partial).toMatchObject({
          data: { menuItem: null, viewer: { id: expect.any(String) } },
          errors: [{ extensions: { code: 'UNAVAILABLE' } }],
        });
        await network.revive('restaurant');
        await setPrice(item, 1_001);
        await untilPrice(events, 1_001);
        await events.return?.();
      });
    }
  },
  60_000,
);
